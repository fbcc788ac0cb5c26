package org.tachyscope.core.recipe;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.DiskSpace;
import org.tachyscope.core.Exports;
import org.tachyscope.core.Size;
import org.tachyscope.core.Sources;
import org.tachyscope.core.run.Outcome;
import org.tachyscope.core.run.Runner;

/**
 * Runs recipes: opens the source, applies the operations, folds once for all reductions and writes the files. Everything
 * that can be refused is refused before pixels are read. Safe for any thread.
 */
public final class RecipeRunner {

    private final Catalog catalog;
    private final Runner runner;

    /**
     * Prepares a runner.
     *
     * @param threads number of threads that fold at a time, at least 1
     */
    public RecipeRunner(Catalog catalog, int threads) {
        this.catalog = catalog;
        runner = new Runner(threads);
    }

    /** Tells what happens to the results of a run that was cancelled. */
    public enum Partial {
        /** They are written, marked as partial. */
        KEEP,
        /** Nothing is written. */
        DROP
    }

    /**
     * Names what is to be run.
     *
     * @param recipe the recipe
     * @param name its file name, put in front of complaints; empty for a recipe that came from no file
     * @param base folder that relative names of files start from, the source and those among parameters
     * @param out folder that the files go to; made if it isn't there
     * @param partial what happens when the user cancels while frames are folded
     * @param access how frames of the source are reached
     */
    public record Job(Recipe recipe, String name, Path base, Path out, Partial partial, Access access) {

        /** Reaches frames in the way that suits the source. */
        public Job(Recipe recipe, String name, Path base, Path out, Partial partial) {
            this(recipe, name, base, out, partial, Access.AUTOMATIC);
        }
    }

    /**
     * Runs a recipe.
     *
     * @return what was done; incomplete if the user cancelled while frames were folded
     * @throws IOException in one sentence that names file, frame or field and the reason; results that could be written
     *     nevertheless are there
     * @throws java.util.concurrent.CancellationException if the user cancelled before or after that
     */
    public Report run(Job job, Progress progress) throws IOException {
        return run(job, plan(job, progress), progress);
    }

    /**
     * Checks a recipe and finds out what its source holds and costs, without reading pixels.
     *
     * @throws IOException in one sentence that names file or field and the reason
     */
    public Sources.Planned plan(Job job, Progress progress) throws IOException {
        Recipe recipe = job.recipe();
        RecipeCheck.check(recipe, catalog, job.name());
        Path source = job.base().resolve(recipe.source().path()).normalize();
        progress.step("looking at " + source.getFileName());
        String field = new Places(job.name()).field("source.params");
        try {
            return new Sources(catalog)
                    .plan(
                            new Sources.Request(
                                    source,
                                    recipe.source().loader(),
                                    recipe.source().params(),
                                    field),
                            progress);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Runs a recipe whose source was planned before; otherwise the same as the other one. */
    public Report run(Job job, Sources.Planned plan, Progress progress) throws IOException {
        Recipe recipe = job.recipe();
        Places places = new Places(job.name());
        RecipeCheck.check(recipe, catalog, job.name());
        if (recipe.reductions().isEmpty() && recipe.outputs().isEmpty()) {
            throw new IOException(places.field("reductions") + ": there is nothing to do");
        }
        Steps steps = new Steps(job, catalog);
        Targets targets = new Targets(job.out(), inputs(plan, steps), places);
        targets.check(recipe);
        long start = System.nanoTime();
        progress.step("opening " + plan.source().getFileName());
        try (Opened opened = Opened.open(plan, steps, job.access(), runner, progress)) {
            return reduce(job, new Work(plan, targets, steps, opened.stack(), since(start)), progress);
        }
    }

    private static List<Targets.Input> inputs(Sources.Planned plan, Steps steps) throws IOException {
        List<Targets.Input> inputs = new ArrayList<>();
        inputs.add(new Targets.Input("the source", plan.source()));
        inputs.addAll(steps.inputs());
        return inputs;
    }

    private record Work(Sources.Planned plan, Targets targets, Steps steps, Stack stack, double openSeconds) {}

    private Report reduce(Job job, Work work, Progress progress) throws IOException {
        List<Fold> folds = folds(job, work);
        checkStackExporters(job, work);
        long start = System.nanoTime();
        Outcome outcome = outcome(work.stack(), folds, progress);
        double foldSeconds = since(start);
        double writeSeconds = 0;
        Metadata metadata = metadata(work, outcome);
        Recipe made = job.recipe()
                .withMade(new Recipe.Made(work.stack().shape(), work.stack().type(), metadata.losses()));
        Writing writing = new Writing(catalog, work.targets(), made, metadata);
        List<Path> files = new ArrayList<>();
        if (outcome.complete()) {
            files.addAll(writing.write(outcome, progress));
            long folded = System.nanoTime();
            files.addAll(writing.write(runner.ahead(work.stack(), progress), progress));
            writeSeconds = since(folded);
        } else if (job.partial() == Partial.KEEP) {
            files.addAll(writing.write(outcome, Progress.none()));
        }
        return report(work, outcome, made, new Report.Times(work.openSeconds(), foldSeconds, writeSeconds), files);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private Outcome outcome(Stack stack, List<Fold> folds, Progress progress) throws IOException {
        if (folds.isEmpty()) {
            return new Outcome(List.of(), stack.shape().frames(), true);
        }
        progress.step("reducing");
        return runner.run(stack, folds, progress);
    }

    private static Report report(Work work, Outcome outcome, Recipe made, Report.Times times, List<Path> files) {
        Recipe.Made from = made.made().orElseThrow();
        return new Report(
                made,
                work.plan().loader().id(),
                from.shape(),
                from.type(),
                outcome.frames(),
                outcome.complete(),
                times,
                files,
                from.losses(),
                Stream.of(
                                work.plan().plan().notes(),
                                work.plan().remarks(),
                                work.stack().remarks())
                        .flatMap(List::stream)
                        .toList());
    }

    /** Lets exports tell what happened while frames were computed. */
    private static Metadata remarked(Stack stack) {
        List<String> remarks = stack.remarks();
        return remarks.isEmpty()
                ? stack.metadata()
                : stack.metadata().withProperty("remarks", String.join("; ", remarks));
    }

    private static Metadata metadata(Work work, Outcome outcome) {
        Metadata metadata = remarked(work.stack());
        if (outcome.complete()) {
            return metadata;
        }
        long all = work.stack().shape().frames();
        return metadata.withLoss(new Loss(
                Loss.Kind.PARTIAL,
                all - outcome.frames(),
                "cancelled after " + outcome.frames() + " of " + all + " frames"));
    }

    private List<Fold> folds(Job job, Work work) throws IOException {
        List<Fold> folds = new ArrayList<>();
        for (int i = 0; i < job.recipe().reductions().size(); i++) {
            Recipe.Reduce step = job.recipe().reductions().get(i);
            Fold fold = work.steps().fold(i, work.stack());
            folds.add(fold);
            try {
                checkExporters(step, work.stack(), fold);
            } catch (IllegalArgumentException e) {
                String place = new Places(job.name()).params("reductions", i, step.id());
                throw new IOException(place + ": " + e.getMessage(), e);
            }
        }
        return folds;
    }

    /** Refuses files for the stack itself that no exporter writes or no disk holds. */
    private void checkStackExporters(Job job, Work work) throws IOException {
        Exports exports = new Exports(catalog);
        List<Recipe.Output> outputs = job.recipe().outputs();
        for (int i = 0; i < outputs.size(); i++) {
            Recipe.Output output = outputs.get(i);
            try {
                exports.choose(output.exporter(), Path.of(output.file()), work.stack());
            } catch (IllegalArgumentException e) {
                throw new IOException(new Places(job.name()).field("outputs[" + i + "].file: ") + e.getMessage(), e);
            }
            DiskSpace.check(work.targets().of(output), Size.estimate(work.stack()));
        }
    }

    /** Refuses a file format that can't hold the result, where the result's kind is known before the run. */
    private void checkExporters(Recipe.Reduce step, Stack stack, Fold fold) {
        switch (fold) {
            case Fold.OfMoments moments -> checkExporters(step, stack, moments.type());
            case Fold.OfPercentile _ -> checkExporters(step, stack, PixelType.F32);
            case Fold.OfBlocks<?> _, Fold.Joined _ -> {}
        }
    }

    private void checkExporters(Recipe.Reduce step, Stack stack, PixelType type) {
        int channels = stack.shape().channels();
        MemorySegment sample = Arena.ofAuto().allocate((long) channels * type.bytes());
        for (Recipe.Output output : step.outputs()) {
            new Exports(catalog)
                    .choose(output.exporter(), Path.of(output.file()), new Frame(1, 1, channels, type, sample));
        }
    }
}
