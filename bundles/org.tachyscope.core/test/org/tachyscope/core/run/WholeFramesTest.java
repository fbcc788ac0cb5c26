package org.tachyscope.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Window;

/** A fold that asks for whole frames gets them, also beside folds that are cut between rows. */
class WholeFramesTest {

    private static final Shape SHAPE = new Shape(300, 80, 1000, 1);

    /** Multiplies the first pixel of every frame with its last one. */
    private static final class FirstByLast implements Accumulator<FirstByLast> {
        private final Window window;
        private final double[] values;

        FirstByLast(Window window) {
            assertEquals(0, window.firstRow());
            assertEquals(window.stack().height(), window.rows());
            this.window = window;
            values = new double[(int) window.frames()];
        }

        @Override
        public void add(Block block) {
            assertEquals(window.rows(), block.window().rows());
            int first = (int) (block.window().firstFrame() - window.firstFrame());
            for (int t = 0; t < block.window().frames(); t++) {
                values[first + t] += block.sample(t, 0) * block.sample(t, window.samplesPerFrame() - 1);
            }
        }

        @Override
        public void merge(FirstByLast other) {
            int first = (int) (other.window.firstFrame() - window.firstFrame());
            for (int t = 0; t < other.values.length; t++) {
                values[first + t] += other.values[t];
            }
        }

        @Override
        public Result result() {
            Column.Numbers column = new Column.Numbers("product", "", values);
            return new Curve(column, List.of(column));
        }
    }

    private static final Fold WHOLE = new Fold.OfBlocks<>(Fold.Split.FRAMES, FirstByLast::new);
    private static final Fold ROWS = new Fold.OfBlocks<>(Fold.Split.ANY, RowCount::new);
    private static final Fold MAX = new Fold.OfMoments(
            Set.of(Moment.MAX), PixelType.U8, (m, out) -> out.copyFrom(m.max().asSlice(0, out.byteSize())));

    /** Counts the rows that it gets. */
    private static final class RowCount implements Accumulator<RowCount> {
        private long rows;

        RowCount(Window window) {}

        @Override
        public void add(Block block) {
            rows += block.window().frames() * block.window().rows();
        }

        @Override
        public void merge(RowCount other) {
            rows += other.rows;
        }

        @Override
        public Result result() {
            Column.Numbers column = new Column.Numbers("rows", "", new double[] {rows});
            return new Curve(column, List.of(column));
        }
    }

    private static Stack stack() {
        MemorySegment pixels = Arena.ofAuto().allocate(SHAPE.samples(), 64);
        for (long t = 0; t < SHAPE.frames(); t++) {
            long first = t * SHAPE.samplesPerFrame();
            pixels.set(ValueLayout.JAVA_BYTE, first, (byte) (t % 17));
            pixels.set(ValueLayout.JAVA_BYTE, first + SHAPE.samplesPerFrame() - 1, (byte) (t % 13));
        }
        return MemoryStack.of(pixels, SHAPE, PixelType.U8, Metadata.named("corners"));
    }

    private static double[] values(Result result) {
        Column.Numbers column = ((Curve) result).y().getFirst();
        double[] values = new double[column.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.get(i);
        }
        return values;
    }

    @Test
    void areFoldedBesideRows() throws IOException {
        double[] expected = new double[300];
        for (int t = 0; t < expected.length; t++) {
            expected[t] = t % 17 * (t % 13);
        }
        Stack decoded = new FrameByFrame(stack(), SHAPE, PixelType.U8, (in, out) -> out.copyFrom(in.pixels()));
        for (Stack stack : List.of(stack(), decoded)) {
            for (int threads : new int[] {1, 2, 3, 7}) {
                List<Result> results = new Runner(threads)
                        .run(stack, List.of(WHOLE, MAX, ROWS, WHOLE), Progress.none())
                        .results();
                assertArrayEquals(expected, values(results.get(0)));
                assertArrayEquals(new double[] {300.0 * 80}, values(results.get(2)));
                assertArrayEquals(expected, values(results.get(3)));
            }
        }
    }
}
