package org.tachyscope.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Table;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Window;
import org.tachyscope.core.run.Runner;

/**
 * Checks the rules of {@link Reduction} on awkward stacks: the result is the same however the stack is cut, stored and
 * folded. The reduction may refuse some stacks, as it would a user's, with an {@link IllegalArgumentException}.
 *
 * @param <P> the reduction's parameters
 */
public abstract class ReductionContract<P extends Record> {

    /** Returns the reduction under test. */
    protected abstract Reduction<P> reduction();

    /** Returns the parameters to test with. */
    protected P params() {
        return reduction().defaults();
    }

    /** Returns the relative difference that merging in another order may make: 0 for exact reductions. */
    protected double tolerance() {
        return 0;
    }

    /** Returns the stacks to try. */
    protected List<Stack> inputs() {
        List<Stack> inputs = new ArrayList<>(Samples.all());
        inputs.add(Samples.awkwardFloats());
        return inputs;
    }

    @Test
    void hasDefaults() {
        assertEquals(reduction().defaults(), reduction().defaults());
    }

    @Test
    void acceptsSomeInput() {
        assertFalse(accepted().isEmpty(), "the reduction refuses every sample stack");
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws Exception {
        for (Stack input : accepted()) {
            Result one = run(input, 1);
            for (int threads : new int[] {2, 3, 7}) {
                assertSame(one, run(input, threads), 0, input + " with " + threads + " threads");
            }
        }
    }

    @Test
    void decodedAndMappedStacksGiveTheSame() throws Exception {
        for (Stack input : accepted()) {
            assertSame(run(input, 2), run(Samples.scattered(input), 2), tolerance(), input.toString());
        }
    }

    @Test
    void sharesAPassWithOthers() throws Exception {
        for (Stack input : accepted()) {
            Fold fold = fold(input);
            List<Result> both = new Runner(2)
                    .run(input, List.of(fold, fold), Progress.none())
                    .results();
            assertSame(both.get(0), both.get(1), 0, input.toString());
            assertSame(run(input, 1), both.get(0), 0, input.toString());
        }
    }

    @Test
    void cutsAnywhereInTimeIfItSaysSo() throws Exception {
        for (Stack input : accepted()) {
            if (fold(input) instanceof Fold.OfBlocks<?> blocks && merges(blocks.split())) {
                for (long cut = 1; cut < input.shape().frames(); cut++) {
                    assertSame(whole(blocks, input), cutInTime(blocks, input, cut), tolerance(), "cut at " + cut);
                }
            }
        }
    }

    @Test
    void mergesAssociatively() throws Exception {
        for (Stack input : accepted()) {
            if (fold(input) instanceof Fold.OfBlocks<?> blocks && merges(blocks.split())) {
                for (long cut = 1; cut + 1 < input.shape().frames(); cut++) {
                    Result left = inThree(blocks, input, cut, Grouping.LEFT);
                    Result right = inThree(blocks, input, cut, Grouping.RIGHT);
                    assertSame(left, right, tolerance(), "three parts, the first of " + cut + " frames");
                }
            }
        }
    }

    @Test
    void mergesInAnyOrderIfItSaysSo() throws Exception {
        for (Stack input : accepted()) {
            if (fold(input) instanceof Fold.OfBlocks<?> blocks && blocks.split() == Fold.Split.ANY_ORDER) {
                for (long cut = 1; cut < input.shape().frames(); cut++) {
                    assertSame(whole(blocks, input), laterFirst(blocks, input, cut), 0, "cut at " + cut);
                }
            }
        }
    }

    @Test
    void cutsOfBlocksDoNotChangeABit() throws Exception {
        for (Stack input : accepted()) {
            if (fold(input) instanceof Fold.OfBlocks<?> blocks) {
                for (long cut = 1; cut < input.shape().frames(); cut++) {
                    assertSame(whole(blocks, input), inTwoBlocks(blocks, input, cut), 0, "cut at " + cut);
                }
            }
        }
    }

    @Test
    void withoutAnyBlockMakesAResultOfTheSameKind() throws Exception {
        for (Stack input : accepted()) {
            if (fold(input) instanceof Fold.OfBlocks<?> blocks) {
                Window all = Window.all(input.shape(), input.type());
                Result empty = blocks.start().start(all).result();
                assertEquals(whole(blocks, input).getClass(), empty.getClass(), "kind of an empty result");
            }
        }
    }

    @Test
    void frameHasTheStacksExtentAndCurveItsLength() throws Exception {
        for (Stack input : accepted()) {
            switch (run(input, 1)) {
                case Frame frame when merged(input) -> assertTrue(frame.samples() > 0);
                case Frame frame -> {
                    assertEquals(input.shape().height(), frame.height());
                    assertEquals(input.shape().width(), frame.width());
                }
                case Curve curve -> assertTrue(curve.x().size() > 0, "a curve of a stack has points");
                case Table table -> assertFalse(table.columns().isEmpty(), "a table has columns");
            }
        }
    }

    /** Tells whether the result is made of frames as a whole: a kymograph has an extent of its own. */
    private boolean merged(Stack input) {
        return fold(input) instanceof Fold.OfBlocks<?> blocks
                && merges(blocks.split())
                && blocks.split() != Fold.Split.ROWS_AND_TIME;
    }

    private static boolean merges(Fold.Split split) {
        return switch (split) {
            case ROWS, STRIPS -> false;
            case ROWS_AND_TIME, FRAMES, ANY, ANY_ORDER -> true;
        };
    }

    private List<Stack> accepted() {
        List<Stack> accepted = new ArrayList<>();
        for (Stack input : inputs()) {
            try {
                fold(input);
                accepted.add(input);
            } catch (IllegalArgumentException refused) {
                assertTrue(refused.getMessage() != null && !refused.getMessage().isBlank(), "refused without a reason");
            }
        }
        return accepted;
    }

    private Fold fold(Stack input) {
        return reduction().fold(input, params());
    }

    private Result run(Stack input, int threads) throws IOException {
        return new Runner(threads)
                .run(input, List.of(fold(input)), Progress.none())
                .results()
                .getFirst();
    }

    private static <A extends Accumulator<A>> Result whole(Fold.OfBlocks<A> fold, Stack input) {
        return folded(fold, input, Window.all(input.shape(), input.type())).result();
    }

    private static <A extends Accumulator<A>> Result cutInTime(Fold.OfBlocks<A> fold, Stack input, long cut) {
        Window all = Window.all(input.shape(), input.type());
        A first = fold.start().start(all);
        first.add(block(input, all.withFrames(0, cut)));
        first.merge(folded(fold, input, all.withFrames(cut, input.shape().frames() - cut)));
        return first.result();
    }

    private static <A extends Accumulator<A>> Result laterFirst(Fold.OfBlocks<A> fold, Stack input, long cut) {
        Window all = Window.all(input.shape(), input.type());
        A total = fold.start().start(all);
        total.merge(folded(fold, input, all.withFrames(cut, input.shape().frames() - cut)));
        total.merge(folded(fold, input, all.withFrames(0, cut)));
        return total.result();
    }

    private static <A extends Accumulator<A>> Result inTwoBlocks(Fold.OfBlocks<A> fold, Stack input, long cut) {
        Window all = Window.all(input.shape(), input.type());
        A accumulator = fold.start().start(all);
        accumulator.add(block(input, all.withFrames(0, cut)));
        accumulator.add(block(input, all.withFrames(cut, input.shape().frames() - cut)));
        return accumulator.result();
    }

    /** Tells which two of three parts are merged first. */
    private enum Grouping {
        LEFT,
        RIGHT
    }

    /** Folds {@code cut} frames, one, and the rest. */
    private static <A extends Accumulator<A>> Result inThree(
            Fold.OfBlocks<A> fold, Stack input, long cut, Grouping grouping) {
        Window all = Window.all(input.shape(), input.type());
        A first = fold.start().start(all);
        first.add(block(input, all.withFrames(0, cut)));
        A second = folded(fold, input, all.withFrames(cut, 1));
        A third = folded(fold, input, all.withFrames(cut + 1, input.shape().frames() - cut - 1));
        switch (grouping) {
            case LEFT -> {
                first.merge(second);
                first.merge(third);
            }
            case RIGHT -> {
                A rest = fold.start().start(all.withFrames(cut, input.shape().frames() - cut));
                rest.merge(second);
                rest.merge(third);
                first.merge(rest);
            }
        }
        return first.result();
    }

    private static <A extends Accumulator<A>> A folded(Fold.OfBlocks<A> fold, Stack input, Window window) {
        A accumulator = fold.start().start(window);
        accumulator.add(block(input, window));
        return accumulator;
    }

    private static Block block(Stack input, Window window) {
        long stride = (long) input.shape().samplesPerFrame() * input.type().bytes();
        return new Block(
                window,
                input.contiguous().orElseThrow().asSlice(window.firstFrame() * stride, window.frames() * stride),
                stride);
    }

    private static void assertSame(Result expected, Result actual, double tolerance, String where) {
        double[] left = values(expected);
        double[] right = values(actual);
        assertEquals(left.length, right.length, where);
        for (int i = 0; i < left.length; i++) {
            double difference = Math.abs(left[i] - right[i]);
            boolean same = Double.compare(left[i], right[i]) == 0 || difference <= tolerance * Math.abs(left[i]);
            assertTrue(same, where + ": value " + i + " is " + right[i] + ", expected " + left[i]);
        }
    }

    private static double[] values(Result result) {
        return switch (result) {
            case Frame frame ->
                IntStream.range(0, frame.samples()).mapToDouble(frame::sample).toArray();
            case Curve curve -> numbers(new ArrayList<>(curve.y()));
            case Table table -> numbers(table.columns());
        };
    }

    private static double[] numbers(List<? extends Column> columns) {
        return columns.stream()
                .filter(Column.Numbers.class::isInstance)
                .map(Column.Numbers.class::cast)
                .flatMapToDouble(c -> IntStream.range(0, c.size()).mapToDouble(c::get))
                .toArray();
    }
}
