package org.tachyscope.core.run;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;
import org.tachyscope.api.fold.Window;

/** Folds with results that show any mistake of a runner. */
final class Folds {

    static final Fold SUM = new Fold.OfMoments(Set.of(Moment.SUM), PixelType.F32, Folds::sum);
    static final Fold LAST = new Fold.OfBlocks<>(Fold.Split.ROWS, Last::new);
    static final Fold CURVE = new Fold.OfBlocks<>(Fold.Split.ANY, FrameSums::new);

    private Folds() {}

    private static void sum(Moments moments, MemorySegment out) {
        for (int i = 0; i < moments.samples(); i++) {
            double sum = switch (moments) {
                case Moments.Exact m -> m.sum()[i];
                case Moments.Floating m -> m.sum()[i];
            };
            out.set(JAVA_FLOAT_UNALIGNED, 4L * i, (float) sum);
        }
    }

    /** Adds up whole frames in float64, in the order of blocks: a curve that shows any change of order. */
    private static final class FrameSums implements Accumulator<FrameSums> {
        private final Window window;
        private final double[] sums;
        private int frames;

        FrameSums(Window window) {
            this.window = window;
            sums = new double[(int) window.frames()];
        }

        @Override
        public void add(Block block) {
            for (int t = 0; t < block.window().frames(); t++) {
                int at = (int) (block.window().firstFrame() - window.firstFrame()) + t;
                for (int i = 0; i < block.window().samplesPerFrame(); i++) {
                    sums[at] += block.sample(t, i);
                }
                frames = Math.max(frames, at + 1);
            }
        }

        @Override
        public void merge(FrameSums other) {
            int first = (int) (other.window.firstFrame() - window.firstFrame());
            for (int t = 0; t < other.frames; t++) {
                sums[first + t] += other.sums[t];
            }
            frames = Math.max(frames, first + other.frames);
        }

        @Override
        public Result result() {
            double[] values = Arrays.copyOf(sums, frames);
            return new Curve(new Column.Numbers("frame", "", values), List.of(new Column.Numbers("sum", "", values)));
        }
    }

    /** Keeps the last value of every sample: needs all frames in order. */
    private static final class Last implements Accumulator<Last> {
        private final MemorySegment last;
        private final Window window;
        private long next;

        Last(Window window) {
            this.window = window;
            last = Arena.ofAuto()
                    .allocate((long) window.samplesPerFrame() * window.type().bytes(), 8);
        }

        @Override
        public void add(Block block) {
            assertEquals(next, block.window().firstFrame());
            next += block.window().frames();
            last.copyFrom(block.frame(block.window().frames() - 1));
        }

        @Override
        public void merge(Last other) {
            throw new AssertionError("must not be merged");
        }

        @Override
        public Result result() {
            Shape s = window.stack();
            return new Frame(window.rows(), s.width(), s.channels(), window.type(), last);
        }
    }

    /** Returns the samples of a frame, or the first quantity of a curve. */
    static double[] values(Result result) {
        return switch (result) {
            case Frame frame ->
                IntStream.range(0, frame.samples()).mapToDouble(frame::sample).toArray();
            case Curve curve ->
                IntStream.range(0, curve.x().size())
                        .mapToDouble(i -> curve.y().getFirst().get(i))
                        .toArray();
            default -> throw new AssertionError(result);
        };
    }
}
