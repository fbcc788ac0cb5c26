package org.tachyscope.app.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tachyscope.core.Size;
import org.tachyscope.core.Sources;
import org.tachyscope.core.plan.Budget;
import org.tachyscope.core.plan.Profile;
import org.tachyscope.core.plan.Verdict;
import org.tachyscope.core.plan.Weighing;
import org.tachyscope.core.recipe.Access;
import org.tachyscope.core.recipe.RecipeRunner;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says how frames are reached and how much memory they may take. */
final class MemoryOptions {

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @Option(
            names = "--access",
            paramLabel = "automatic|map|load|cache|decode",
            description =
                    "How frames are reached: mapped from the file, loaded into memory, decoded into the disk cache"
                            + " once, or decoded whenever they are needed. Results don't depend on it.")
    Access access = Access.AUTOMATIC;

    @Option(
            names = "--memory-percent",
            paramLabel = "P",
            description =
                    "What is opened may take so much of the memory that is free; 60 unless given. More is refused.")
    double percent = Budget.USUAL_PERCENT;

    /** Returns the budget of this moment. A wrong percentage is wrong usage. */
    Budget budget() throws IOException {
        try {
            return Budget.now(percent);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--memory-percent: " + e.getMessage(), e);
        }
    }

    /** Weighs what a job opens. */
    Verdict weigh(Session session, RecipeRunner.Job job, Sources.Planned planned, Budget budget) throws IOException {
        Optional<Profile> profile = Profile.read(Profile.usualFile());
        return new Weighing(session.catalog(), profile, budget).weigh(job, planned);
    }

    /**
     * Refuses what doesn't fit.
     *
     * @throws IOException in one sentence with the numbers and the choices
     */
    void check(Session session, RecipeRunner.Job job, Sources.Planned planned) throws IOException {
        Verdict verdict = weigh(session, job, planned, budget());
        if (!verdict.fits()) {
            throw new IOException(refusal(verdict));
        }
    }

    /** Says what doesn't fit, and what can be done. */
    static String refusal(Verdict verdict) {
        return verdict.tooLarge() + ": " + String.join(", ", proposals(verdict)).replaceFirst(", ([^,]*)$", ", or $1");
    }

    /** Lists what can be done, the best first. */
    static List<String> proposals(Verdict verdict) {
        List<String> proposals = new ArrayList<>();
        for (Verdict.Way way : verdict.others()) {
            proposals.add(
                    switch (way.access()) {
                        case MAP, AUTOMATIC -> "map it with --access map";
                        case CACHE ->
                            "decode it once into the disk cache with --cache"
                                    + (way.diskBytes() == 0 ? "" : " (" + Size.text(way.diskBytes()) + ")");
                        case DECODE -> "decode frames when they are needed with --access decode";
                        case LOAD -> "load only what is taken with --access load";
                    });
        }
        verdict.fittingStep().ifPresent(step -> proposals.add("take fewer frames with --every " + step));
        proposals.add("allow more with --memory-percent");
        return proposals;
    }
}
