package org.tachyscope.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tachyscope.core.Sources;
import org.tachyscope.core.plan.Planner;
import org.tachyscope.core.plan.Profile;
import org.tachyscope.core.recipe.RecipeRunner;
import org.tachyscope.core.run.Runner;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says how work is done. */
final class RunOptions {

    private static final long TIME_TO_WRITE_MS = 10_000;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Reduce with N threads instead of one a processor. Results don't depend on it.")
    int threads = Runner.defaultThreads();

    @Option(
            names = "--keep-partial",
            description = "When cancelled while frames are reduced, write the results of the frames so far, marked as"
                    + " partial in the recipe and in every file that has a place for it. Without this option a cancelled"
                    + " command writes nothing. Writing may take up to 10 s after Ctrl-C.")
    boolean keepPartial;

    @Option(
            names = "--explain",
            description =
                    "Only say what would be done: what is read, computed and folded in one pass, memory, files, and an"
                            + " estimate of the time from what 'tachyscope bench' measured.")
    boolean explain;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "Estimate times from this file instead of the one that 'tachyscope bench' keeps.")
    Optional<Path> profile = Optional.empty();

    /** Explains what a recipe would do. */
    String explanation(Session session, RecipeRunner.Job job, Sources.Planned planned) throws IOException {
        Path file = profile.map(session.terminal()::resolve).orElseGet(Profile::usualFile);
        if (profile.isPresent() && Files.notExists(file)) {
            throw new IOException(file + " does not exist");
        }
        Planner planner = new Planner(session.catalog(), threads, Profile.read(file));
        return Words.aligned(planner.explain(job, planned).lines().stream()
                .map(line -> List.of(line.name(), line.text()))
                .toList());
    }

    /** Returns a runner, and gives it the time to write partial results. */
    RecipeRunner runner(Session session) {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be at least 1, got " + threads);
        }
        if (keepPartial) {
            session.interrupt().patience(TIME_TO_WRITE_MS);
        }
        return new RecipeRunner(session.catalog(), threads);
    }

    RecipeRunner.Partial partial() {
        return keepPartial ? RecipeRunner.Partial.KEEP : RecipeRunner.Partial.DROP;
    }
}
