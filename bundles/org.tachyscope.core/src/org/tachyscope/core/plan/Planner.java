package org.tachyscope.core.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.Plan;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Size;
import org.tachyscope.core.Sources;
import org.tachyscope.core.recipe.Recipe;
import org.tachyscope.core.recipe.RecipeRunner;
import org.tachyscope.core.recipe.Steps;
import org.tachyscope.core.recipe.Taking;
import org.tachyscope.core.run.StripLayout;

/** Explains recipes: the pass over the source, what is computed and folded in it, memory, and an estimate of the time. */
public final class Planner {

    private final Catalog catalog;
    private final int threads;
    private final Optional<Profile> profile;

    /**
     * Prepares to explain.
     *
     * @param threads number of threads that will work, at least 1
     * @param profile how fast this machine is, if it was measured
     */
    public Planner(Catalog catalog, int threads, Optional<Profile> profile) {
        this.catalog = catalog;
        this.threads = threads;
        this.profile = profile;
    }

    /** Holds the steps of one recipe, applied to a stack that only stands for the source. */
    private record Applied(Stack source, List<Stack> computed, List<Fold> folds, long held) {
        Stack last() {
            return computed.isEmpty() ? source : computed.getLast();
        }
    }

    /**
     * Explains a recipe without reading pixels.
     *
     * @throws IOException in one sentence that begins with the step, if a step refuses the stack
     */
    public Explanation explain(RecipeRunner.Job job, Sources.Planned planned) throws IOException {
        Recipe recipe = job.recipe();
        Applied applied = applied(job, planned);
        List<Explanation.Line> lines = new ArrayList<>();
        lines.add(source(planned));
        applied.last().metadata().losses().forEach(loss -> lines.add(new Explanation.Line("loses", loss.detail())));
        applied.computed().forEach(stack -> compute(stack, lines));
        Pass pass = pass(planned.plan(), applied);
        lines.add(pass.read());
        if (!applied.folds().isEmpty()) {
            lines.add(pass.fold(
                    recipe.reductions().stream().map(Recipe.Reduce::id).toList()));
        }
        writes(recipe, applied, lines);
        lines.addAll(pass.takes());
        Estimate estimate = new Estimate(profile, recipe, planned);
        lines.add(new Explanation.Line("time", estimate.words(applied.source(), applied.computed(), applied.folds())));
        return new Explanation(lines);
    }

    private Applied applied(RecipeRunner.Job job, Sources.Planned planned) throws IOException {
        Stack source =
                new Described(planned.plan(), String.valueOf(planned.source().getFileName()));
        Steps steps = new Steps(job, catalog);
        List<Stack> computed = new ArrayList<>();
        steps.apply(source, computed::add);
        Stack last = computed.isEmpty() ? source : computed.getLast();
        List<Fold> folds = new ArrayList<>();
        for (int i = 0; i < job.recipe().reductions().size(); i++) {
            folds.add(steps.fold(i, last));
        }
        return new Applied(source, fused(computed), folds, held(job, planned, steps, computed));
    }

    /** Returns the memory that stays allocated while the recipe runs. */
    private long held(RecipeRunner.Job job, Sources.Planned planned, Steps steps, List<Stack> computed)
            throws IOException {
        int thinning = steps.thinning();
        Plan plan = planned.plan();
        Taking taking = Taking.of(catalog, planned, thinning > 0, job.access());
        if (!taking.inMemory()) {
            return taking.plan().cost().memoryBytes();
        }
        return thinning == 0 ? Size.of(plan.shape(), plan.type()) : Size.estimate(computed.get(thinning - 1));
    }

    /** Leaves out stacks whose steps a later one took over: a chain of per-pixel steps is one pass. */
    private static List<Stack> fused(List<Stack> computed) {
        List<Stack> kept = new ArrayList<>();
        Optional<Stack> at = computed.isEmpty() ? Optional.empty() : Optional.of(computed.getLast());
        while (at.isPresent() && computed.contains(at.get())) {
            kept.addFirst(at.get());
            at = at.get().origin().map(origin -> origin.inputs().getFirst());
        }
        return kept;
    }

    private Pass pass(Plan plan, Applied applied) throws IOException {
        Stack last = applied.last();
        return new Pass(
                plan,
                applied.held(),
                applied.computed(),
                last,
                applied.folds(),
                StripLayout.of(last.shape(), last.type(), applied.folds(), Pass.inPlace(last)),
                threads);
    }

    private static Explanation.Line source(Sources.Planned planned) {
        Plan plan = planned.plan();
        String how = switch (plan.cost().access()) {
            case MAPPED -> "mapped and read in place";
            case LOADED -> "decoded into memory once";
            case DECODED -> "decoded whenever a frame is read";
        };
        Path name = planned.source().getFileName();
        return new Explanation.Line(
                "source",
                name + " (" + planned.loader().id() + "): " + plan.shape() + ", " + plan.type() + ", "
                        + Size.text(Size.of(plan.shape(), plan.type())) + ", " + how);
    }

    private void compute(Stack stack, List<Explanation.Line> lines) {
        Origin origin = stack.origin().orElseThrow();
        for (Stack other : origin.inputs().subList(1, origin.inputs().size())) {
            if (other.origin().isPresent()) {
                compute(other, lines);
            } else {
                lines.add(new Explanation.Line(
                        "first", "reads " + other.metadata().name() + ", " + other.shape()));
            }
        }
        StringBuilder text = new StringBuilder(origin.step() + " → " + stack.shape() + ", " + stack.type());
        text.append(reach(origin.time(), "frame")).append(reach(origin.space(), "pixel"));
        text.append("; ").append(Size.text(origin.cursorBytes())).append(" a thread");
        lines.add(new Explanation.Line("compute", text.toString()));
    }

    private static String reach(Origin.Reach reach, String unit) {
        if (reach.equals(Origin.Reach.NONE)) {
            return "";
        }
        if (reach.equals(Origin.Reach.ALL)) {
            return "; needs " + (unit.equals("frame") ? "all frames" : "whole frames");
        }
        String before = reach.before() == 0 ? "" : reach.before() + " before";
        String after = reach.after() == 0 ? "" : reach.after() + " after";
        String both = before.isEmpty() || after.isEmpty() ? before + after : before + " and " + after;
        return "; needs the " + unit + "s " + both;
    }

    private static void writes(Recipe recipe, Applied applied, List<Explanation.Line> lines) {
        for (Recipe.Output output : recipe.outputs()) {
            lines.add(new Explanation.Line("write", output.file() + ", " + Size.text(Size.estimate(applied.last()))));
        }
        for (Recipe.Reduce step : recipe.reductions()) {
            step.outputs().forEach(output -> lines.add(new Explanation.Line("write", output.file())));
        }
    }
}
