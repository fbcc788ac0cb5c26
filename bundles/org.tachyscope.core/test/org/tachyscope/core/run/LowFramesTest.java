package org.tachyscope.core.run;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
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

/** Frames of few rows, such as a line camera's, keep all threads busy because folds are split by time. */
class LowFramesTest {

    /** Sums in float64 as they come, so that any change of order shows, and insists on the order of time. */
    private static final class Sums implements Accumulator<Sums> {
        private final Window window;
        private final Runnable busy;
        private final double[] sums;
        private long end;

        Sums(Window window, Runnable busy) {
            this.window = window;
            this.busy = busy;
            sums = new double[window.samplesPerFrame()];
            end = window.firstFrame();
        }

        @Override
        public void add(Block block) {
            busy.run();
            assertEquals(end, block.window().firstFrame());
            for (int t = 0; t < block.window().frames(); t++) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += block.sample(t, i);
                }
            }
            end += block.window().frames();
        }

        @Override
        public void merge(Sums other) {
            assertEquals(end, other.window.firstFrame());
            for (int i = 0; i < sums.length; i++) {
                sums[i] += other.sums[i];
            }
            end = other.end;
        }

        @Override
        public Result result() {
            MemorySegment out = Arena.ofAuto().allocate(4L * sums.length, 4);
            for (int i = 0; i < sums.length; i++) {
                out.set(JAVA_FLOAT_UNALIGNED, 4L * i, (float) sums[i]);
            }
            Shape s = window.stack();
            return new Frame(window.rows(), s.width(), s.channels(), PixelType.F32, out);
        }
    }

    private static Fold sums(Fold.Split split, Runnable busy) {
        return new Fold.OfBlocks<>(split, window -> new Sums(window, busy));
    }

    private static Stack lines(Shape shape) {
        MemorySegment pixels = Arena.ofAuto().allocate(4 * shape.samples(), 4);
        for (long i = 0; i < shape.samples(); i++) {
            pixels.set(JAVA_FLOAT_UNALIGNED, 4 * i, (float) Math.sin(i) * (i % 1000));
        }
        return MemoryStack.of(pixels, shape, PixelType.F32, Metadata.named("lines"));
    }

    private static float[] pixels(Result result) {
        return ((Frame) result).pixels().toArray(JAVA_FLOAT_UNALIGNED);
    }

    @Test
    void ofOneRowAreFoldedByTwoThreadsAtATime() throws IOException {
        for (Fold.Split split : List.of(Fold.Split.ROWS_AND_TIME, Fold.Split.FRAMES, Fold.Split.ANY)) {
            CountDownLatch both = new CountDownLatch(2);
            ThreadLocal<Boolean> arrived = ThreadLocal.withInitial(() -> false);
            AtomicBoolean alone = new AtomicBoolean();
            Fold fold = sums(split, () -> {
                if (!arrived.get()) {
                    arrived.set(true);
                    both.countDown();
                    meet(both, alone);
                }
            });
            new Runner(2).run(lines(new Shape(5000, 1, 100, 1)), List.of(fold), Progress.none());
            assertTrue(!alone.get(), split + " was folded by one thread alone");
        }
    }

    private static void meet(CountDownLatch both, AtomicBoolean alone) {
        try {
            alone.compareAndSet(false, !both.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void giveTheSameBitsWithAnyNumberOfThreads() throws IOException {
        Fold moments = new Fold.OfMoments(
                Set.of(Moment.MAX),
                PixelType.F32,
                (m, out) -> out.copyFrom(m.max().asSlice(0, out.byteSize())));
        List<Fold> folds = List.of(
                sums(Fold.Split.ANY, () -> {}),
                sums(Fold.Split.FRAMES, () -> {}),
                moments,
                sums(Fold.Split.ROWS, () -> {}),
                sums(Fold.Split.ROWS_AND_TIME, () -> {}));
        for (Shape shape : List.of(new Shape(3001, 1, 7, 1), new Shape(1, 1, 1, 1), new Shape(700, 3, 50, 2))) {
            Stack stack = lines(shape);
            List<Result> expected =
                    new Runner(1).run(stack, folds, Progress.none()).results();
            for (int threads : List.of(2, 3, 7)) {
                List<Result> results =
                        new Runner(threads).run(stack, folds, Progress.none()).results();
                for (int i = 0; i < folds.size(); i++) {
                    assertArrayEquals(pixels(expected.get(i)), pixels(results.get(i)), shape + ", fold " + i);
                }
            }
        }
    }

    @Test
    void comeOutRight() throws IOException {
        MemorySegment pixels = Arena.ofAuto().allocate(4 * 600, 4);
        for (int t = 0; t < 300; t++) {
            pixels.set(JAVA_FLOAT_UNALIGNED, 8L * t, t);
            pixels.set(JAVA_FLOAT_UNALIGNED, 8L * t + 4, 1);
        }
        Stack stack = MemoryStack.of(pixels, new Shape(300, 1, 2, 1), PixelType.F32, Metadata.named("lines"));
        for (Fold.Split split : List.of(Fold.Split.ROWS, Fold.Split.ROWS_AND_TIME, Fold.Split.ANY)) {
            Result result = new Runner(2)
                    .run(stack, List.of(sums(split, () -> {})), Progress.none())
                    .results()
                    .getFirst();
            assertArrayEquals(new float[] {44850, 300}, pixels(result));
        }
    }
}
