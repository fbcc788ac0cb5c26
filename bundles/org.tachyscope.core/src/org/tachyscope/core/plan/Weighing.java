package org.tachyscope.core.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.tachyscope.api.Plan;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Size;
import org.tachyscope.core.Sources;
import org.tachyscope.core.recipe.Access;
import org.tachyscope.core.recipe.Choices;
import org.tachyscope.core.recipe.Recipe;
import org.tachyscope.core.recipe.RecipeRunner;
import org.tachyscope.core.recipe.Steps;
import org.tachyscope.core.recipe.Taking;

/** Weighs what opening a source costs against what there is, without reading pixels. Safe for any thread. */
public final class Weighing {

    /** Prefers what costs nothing to what costs time again and again. */
    private static final List<Access> ORDER = List.of(Access.MAP, Access.CACHE, Access.DECODE, Access.LOAD);

    private final Catalog catalog;
    private final Optional<Profile> profile;
    private final Budget budget;

    /**
     * Prepares to weigh.
     *
     * @param profile how fast this machine is, if it was measured
     */
    public Weighing(Catalog catalog, Optional<Profile> profile, Budget budget) {
        this.catalog = catalog;
        this.profile = profile;
        this.budget = budget;
    }

    /**
     * Weighs a recipe's source and the steps that thin it, or all of its operations if they are only choices.
     *
     * @throws IOException in one sentence that begins with the step, if a step refuses the stack, or if the source can't be
     *     opened as the job says
     */
    public Verdict weigh(RecipeRunner.Job job, Sources.Planned planned) throws IOException {
        String name = String.valueOf(planned.source().getFileName());
        Taken taken = taken(job, planned);
        Verdict.Way way = way(planned, taken, job.access());
        List<Verdict.Way> others = new ArrayList<>();
        for (Access access : ORDER) {
            others(planned, taken, access)
                    .filter(other -> other.access() != way.access()
                            && other.access() == access
                            && budget.holds(other.memoryBytes()))
                    .ifPresent(others::add);
        }
        Stack last = taken.last();
        return new Verdict(
                name,
                last.shape(),
                last.type(),
                last.metadata().losses(),
                way,
                budget,
                others,
                step(planned, taken, way));
    }

    /**
     * Weighs what is taken of a source for nothing but looking at it.
     *
     * @throws IOException in one sentence that begins with the step, if a step refuses the stack, or if the source can't be
     *     opened that way
     */
    public Verdict weigh(Sources.Planned planned, Choices choices, Access access) throws IOException {
        return weigh(planned, choices.recipe(planned), access);
    }

    /** Weighs what a recipe without files among its parameters opens; otherwise the same as the other one. */
    public Verdict weigh(Sources.Planned planned, Recipe recipe, Access access) throws IOException {
        return weigh(job(recipe, access), planned);
    }

    private static RecipeRunner.Job job(Recipe recipe, Access access) {
        return new RecipeRunner.Job(recipe, "", Path.of(""), Path.of(""), RecipeRunner.Partial.DROP, access);
    }

    /**
     * Returns the smallest step whose frames fit the budget when they are loaded; 1 if all of them do.
     *
     * @throws IOException in one sentence, if a choice doesn't suit the source, or a single frame doesn't fit
     */
    public long fittingStep(Sources.Planned planned, Choices choices) throws IOException {
        Taken taken = taken(job(choices.recipe(planned), Access.AUTOMATIC), planned);
        long step = Math.max(1, Math.ceilDiv(taken.bytes(), Math.max(1, budget.bytes())));
        if (step > taken.kept().shape().frames()) {
            throw new IOException("not even one frame fits " + budget);
        }
        return step;
    }

    /**
     * Holds what is taken.
     *
     * @param kept behind the last step that thins
     * @param last behind the last step
     */
    private record Taken(Stack kept, Stack last, boolean thins) {
        long bytes() {
            return Size.of(kept.shape(), kept.type());
        }
    }

    private Taken taken(RecipeRunner.Job job, Sources.Planned planned) throws IOException {
        Stack source =
                new Described(planned.plan(), String.valueOf(planned.source().getFileName()));
        List<Stack> made = new ArrayList<>(List.of(source));
        Steps steps = new Steps(job, catalog);
        steps.apply(source, made::add);
        return new Taken(made.get(steps.thinning()), made.getLast(), steps.thinning() > 0);
    }

    private Optional<Verdict.Way> others(Sources.Planned planned, Taken taken, Access access) {
        try {
            return Optional.of(way(planned, taken, access));
        } catch (IOException e) {
            return Optional.empty(); // this source can't be opened that way
        }
    }

    private Verdict.Way way(Sources.Planned planned, Taken taken, Access access) throws IOException {
        Taking taking = Taking.of(catalog, planned, taken.thins(), access);
        Plan.Cost cost = taking.plan().cost();
        long memory = taking.inMemory() ? taken.bytes() : cost.memoryBytes();
        Access how = memory > 0 ? Access.LOAD : without(planned, cost.access(), access);
        return new Verdict.Way(how, memory, cost.diskBytes(), seconds(planned, taken, taking));
    }

    /** Says how a source is reached that takes no memory. */
    private static Access without(Sources.Planned planned, Plan.Access found, Access wanted) {
        return switch (found) {
            case MAPPED ->
                wanted == Access.CACHE && planned.plan().cost().access() != Plan.Access.MAPPED
                        ? Access.CACHE
                        : Access.MAP;
            case DECODED, LOADED -> Access.DECODE;
        };
    }

    private OptionalDouble seconds(Sources.Planned planned, Taken taken, Taking taking) {
        Plan.Cost cost = taking.plan().cost();
        if (!taking.inMemory() && cost.memoryBytes() == 0 && cost.diskBytes() == 0) {
            return OptionalDouble.of(0);
        }
        if (profile.isEmpty()) {
            return OptionalDouble.empty();
        }
        Shape all = planned.plan().shape();
        long frames = taking.inMemory() ? taken.kept().shape().frames() : all.frames();
        long decoded = Size.of(all.withFrames(frames), planned.plan().type());
        Path source = planned.source();
        return switch (cost.diskBytes() > 0 ? Plan.Access.DECODED : cost.access()) {
            case MAPPED -> copying(profile.get(), decoded);
            case LOADED, DECODED -> Estimate.decoding(profile.get(), source, decoded);
        };
    }

    private static OptionalDouble copying(Profile rates, long bytes) {
        Double rate = rates.memory().get(Profile.COPY);
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(bytes / rate);
    }

    /** Finds out whether fewer frames would fit, which they do if they alone are decoded. */
    private OptionalLong step(Sources.Planned planned, Taken taken, Verdict.Way way) {
        long bytes = taken.bytes();
        boolean helps =
                !budget.holds(way.memoryBytes()) && planned.plan().onDemand().isPresent();
        long step = Math.ceilDiv(bytes, Math.max(1, budget.bytes()));
        return helps && step > 1 && step < taken.kept().shape().frames() ? OptionalLong.of(step) : OptionalLong.empty();
    }
}
