package org.tachyscope.benchmarks;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Progress;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Table;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Parameters;
import org.tachyscope.core.run.Outcome;
import org.tachyscope.core.run.Runner;

/** Does jobs that are written as on the command line, {@code id:name=value:name=value}, steps separated by bars. */
final class Work {

    private final Catalog catalog;
    private final Runner runner;
    private MemorySegment memory = MemorySegment.NULL;

    Work(int threads) {
        catalog = Contributions.all(threads);
        runner = new Runner(threads);
    }

    /**
     * What a job came to.
     *
     * @param checksum the sum of all samples; of a filled stack, of every 1009th
     */
    record Done(long nanos, double checksum) {}

    /** Names a contribution and values of its parameters. */
    private record Step(String id, List<String> assignments) {
        static List<Step> parse(String text) {
            return Arrays.stream(text.split("\\|"))
                    .map(part -> List.of(part.strip().split(":")))
                    .map(words -> new Step(words.getFirst(), words.subList(1, words.size())))
                    .toList();
        }
    }

    /** Applies operations, and reduces their stack in one pass: {@code subtract:… | divide:… => mean | std}. */
    Done reduceOf(Stack input, String text) throws IOException {
        String[] parts = text.split("=>");
        return reduce(applied(input, parts[0]), parts[1]);
    }

    /** Reduces in one pass. */
    Done reduce(Stack stack, String text) throws IOException {
        List<Step> steps = Step.parse(text);
        long start = System.nanoTime();
        List<Fold> folds = steps.stream()
                .map(step -> fold(catalog.reduction(step.id()).service(), stack, step))
                .toList();
        Outcome outcome = runner.run(stack, folds, Progress.none());
        return new Done(
                System.nanoTime() - start,
                outcome.results().stream().mapToDouble(Work::sum).sum());
    }

    private static <P extends Record> Fold fold(Reduction<P> reduction, Stack stack, Step step) {
        return reduction.fold(stack, Parameters.fromText(reduction.defaults(), step.assignments(), step.id()));
    }

    /** Computes every frame into memory that is kept for the next time, as a caller with a buffer of its own would. */
    Done fill(Stack input, String text) throws IOException {
        Stack last = applied(input, text);
        long bytes = last.shape().samples() * last.type().bytes();
        if (memory.byteSize() < bytes) {
            memory = Arena.ofAuto().allocate(bytes, 4096).fill((byte) 1);
        }
        MemorySegment out = memory.asSlice(0, bytes);
        long start = System.nanoTime();
        runner.fill(last, out, Progress.none());
        return new Done(System.nanoTime() - start, sample(last, out));
    }

    private Stack applied(Stack input, String text) throws IOException {
        Stack last = input;
        for (Step step : Step.parse(text)) {
            last = applied(catalog.operation(step.id()).service(), last, step);
        }
        return last;
    }

    private static <P extends Record> Stack applied(Operation<P> operation, Stack input, Step step) throws IOException {
        return operation.apply(input, Parameters.fromText(operation.defaults(), step.assignments(), step.id()));
    }

    private static double sample(Stack stack, MemorySegment out) {
        double sum = 0;
        for (long i = 0; i < stack.shape().samples(); i += 1009) {
            sum += stack.type().get(out, i);
        }
        return sum;
    }

    private static double sum(Result result) {
        return switch (result) {
            case Frame frame -> {
                double sum = 0;
                for (int i = 0; i < frame.samples(); i++) {
                    sum += frame.sample(i);
                }
                yield sum;
            }
            case Curve curve -> curve.y().stream().mapToDouble(Work::sum).sum();
            case Table table ->
                table.columns().stream()
                        .filter(Column.Numbers.class::isInstance)
                        .mapToDouble(column -> sum((Column.Numbers) column))
                        .sum();
        };
    }

    private static double sum(Column.Numbers column) {
        double sum = 0;
        for (int i = 0; i < column.size(); i++) {
            sum += column.get(i);
        }
        return sum;
    }
}
