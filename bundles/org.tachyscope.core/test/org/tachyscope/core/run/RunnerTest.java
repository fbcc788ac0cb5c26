package org.tachyscope.core.run;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Curve;
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
import org.tachyscope.api.fold.Moments;
import org.tachyscope.api.fold.Window;

class RunnerTest {

    private static final Fold SUM = new Fold.OfMoments(Set.of(Moment.SUM), PixelType.F32, RunnerTest::sum);

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
            double[] values = java.util.Arrays.copyOf(sums, frames);
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

    private static final Fold LAST = new Fold.OfBlocks<>(Fold.Split.ROWS, Last::new);
    private static final Fold CURVE = new Fold.OfBlocks<>(Fold.Split.ANY, FrameSums::new);

    private static Stack random(Shape shape, PixelType type) {
        MemorySegment pixels = Arena.ofAuto().allocate(shape.samples() * type.bytes(), 64);
        Random random = new Random(shape.samples());
        for (long i = 0; i < shape.samples(); i++) {
            switch (type) {
                case U8 -> pixels.set(java.lang.foreign.ValueLayout.JAVA_BYTE, i, (byte) random.nextInt());
                case U16 -> pixels.setAtIndex(java.lang.foreign.ValueLayout.JAVA_SHORT, i, (short) random.nextInt());
                case F32 ->
                    pixels.setAtIndex(java.lang.foreign.ValueLayout.JAVA_FLOAT, i, (float) random.nextGaussian());
            }
        }
        return MemoryStack.of(pixels, shape, type, Metadata.named("NAME"));
    }

    /** Hides that a stack is contiguous, and lets a test look at each frame that is read. */
    private static Stack cursorOnly(Stack stack, FrameListener listener) {
        return new Stack() {
            @Override
            public Shape shape() {
                return stack.shape();
            }

            @Override
            public PixelType type() {
                return stack.type();
            }

            @Override
            public Metadata metadata() {
                return stack.metadata();
            }

            @Override
            public Cursor cursor() throws IOException {
                Cursor cursor = stack.cursor();
                Thread owner = Thread.currentThread();
                listener.opened();
                return new Cursor() {
                    @Override
                    public Frame frame(long index) throws IOException {
                        assertEquals(owner, Thread.currentThread());
                        listener.read(index);
                        return cursor.frame(index);
                    }

                    @Override
                    public void close() {
                        assertEquals(owner, Thread.currentThread());
                        cursor.close();
                        listener.closed();
                    }
                };
            }
        };
    }

    private interface FrameListener {
        void read(long index) throws IOException;

        default void opened() {}

        default void closed() {}
    }

    private static double[] values(Result result) {
        return switch (result) {
            case Frame frame ->
                java.util.stream.IntStream.range(0, frame.samples())
                        .mapToDouble(i -> frame.sample(i))
                        .toArray();
            case Curve curve ->
                java.util.stream.IntStream.range(0, curve.x().size())
                        .mapToDouble(i -> curve.y().getFirst().get(i))
                        .toArray();
            default -> throw new AssertionError(result);
        };
    }

    @Test
    void givesTheSameBitsWithAnyNumberOfThreadsAndAnySource() throws IOException {
        List<Shape> shapes = List.of(
                new Shape(1, 1, 1, 1),
                new Shape(700, 1, 13, 1),
                new Shape(5, 97, 41, 3),
                new Shape(300, 65, 64, 1),
                new Shape(3, 2, 70_000, 1));
        for (PixelType type : PixelType.values()) {
            for (Shape shape : shapes) {
                Stack stack = random(shape, type);
                List<double[]> one = run(1, stack);
                for (int threads : new int[] {2, 3, 7}) {
                    check(one, run(threads, stack), threads + " threads, " + type + " " + shape);
                }
                check(one, run(2, cursorOnly(stack, index -> {})), "from cursors, " + type + " " + shape);
            }
        }
    }

    private static List<double[]> run(int threads, Stack stack) throws IOException {
        Outcome outcome = new Runner(threads).run(stack, List.of(LAST, SUM, CURVE), Progress.none());
        assertTrue(outcome.complete());
        assertEquals(stack.shape().frames(), outcome.frames());
        return outcome.results().stream().map(RunnerTest::values).toList();
    }

    private static void check(List<double[]> wanted, List<double[]> got, String what) {
        for (int i = 0; i < wanted.size(); i++) {
            assertArrayEquals(wanted.get(i), got.get(i), what);
        }
    }

    @Test
    void putsStripsTogetherFromTopToBottom() throws IOException {
        Shape shape = new Shape(2, 200, 300, 1);
        Stack stack = random(shape, PixelType.U8);
        double[] last = values(new Runner(3)
                .run(stack, List.of(LAST), Progress.none())
                .results()
                .getFirst());
        double[] sums = values(new Runner(3)
                .run(stack, List.of(SUM), Progress.none())
                .results()
                .getFirst());
        Frame first = stack.cursor().frame(0);
        Frame second = stack.cursor().frame(1);
        for (int i = 0; i < shape.samplesPerFrame(); i++) {
            assertEquals(second.sample(i), last[i]);
            assertEquals(first.sample(i) + second.sample(i), sums[i]);
        }
    }

    @Test
    void readsPixelsThatLieOnTheHeap() throws IOException {
        MemorySegment heap = MemorySegment.ofArray(new byte[] {1, 2, 3, 4, 5, 6});
        Stack stack = MemoryStack.of(heap, new Shape(3, 1, 2, 1), PixelType.U8, Metadata.named("heap"));
        Outcome outcome = new Runner(2).run(stack, List.of(SUM), Progress.none());
        assertArrayEquals(new double[] {9, 12}, values(outcome.results().getFirst()));
    }

    @Test
    void namesTheFrameThatCantBeRead() {
        Stack stack = cursorOnly(random(new Shape(40, 8, 8, 1), PixelType.U8), index -> {
            if (index == 17) {
                throw new IOException("disk full of holes");
            }
        });
        IOException e = assertThrows(IOException.class, () -> new Runner(2).run(stack, List.of(SUM), Progress.none()));
        assertEquals("frame 17 of NAME: disk full of holes", e.getMessage());
    }

    @Test
    void closesEveryCursorAlsoAfterAFailure() {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger opened = new AtomicInteger();
        Stack stack = cursorOnly(random(new Shape(40, 8, 8, 1), PixelType.U8), new FrameListener() {
            @Override
            public void read(long index) throws IOException {
                if (index == 30) {
                    throw new IOException("broken");
                }
            }

            @Override
            public void opened() {
                open.incrementAndGet();
                opened.incrementAndGet();
            }

            @Override
            public void closed() {
                open.decrementAndGet();
            }
        });
        assertThrows(IOException.class, () -> new Runner(3).run(stack, List.of(SUM), Progress.none()));
        assertEquals(0, open.get());
        assertTrue(opened.get() >= 1 && opened.get() <= 3);
    }

    @Test
    void namesTheFoldThatFails() {
        Stack stack = random(new Shape(4, 8, 8, 1), PixelType.U8);
        Fold broken = new Fold.OfMoments(Set.of(Moment.SUM), PixelType.F32, (moments, out) -> {
            throw new IllegalArgumentException("no idea");
        });
        IllegalStateException e = assertThrows(
                IllegalStateException.class, () -> new Runner(2).run(stack, List.of(SUM, broken), Progress.none()));
        assertEquals("frames 0 … 3 of NAME: " + RunnerTest.class.getName() + " failed: no idea", e.getMessage());
    }

    @Test
    void stopsWithinTwoHundredMillisecondsAndKeepsWhatIsWhole() throws IOException {
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicLong when = new AtomicLong();
        Shape shape = new Shape(100_000, 4, 4, 1);
        Stack stack = cursorOnly(random(shape, PixelType.U8), index -> {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        Progress progress = new Progress() {
            @Override
            public void worked(long done, long total) {
                assertEquals(100_000, total);
                if (done >= 20 && cancelled.compareAndSet(false, true)) {
                    when.set(System.nanoTime());
                }
            }

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }
        };
        Outcome outcome = new Runner(2).run(stack, List.of(SUM, CURVE, LAST), progress);
        assertTrue(System.nanoTime() - when.get() < 200_000_000L);
        assertFalse(outcome.complete());
        int frames = (int) outcome.frames();
        assertTrue(frames >= 20 && frames < 100_000);
        double[] sums = new double[16];
        for (int t = 0; t < frames; t++) {
            Frame frame = stack.cursor().frame(t);
            for (int i = 0; i < 16; i++) {
                sums[i] += frame.sample(i);
            }
        }
        assertArrayEquals(sums, values(outcome.results().getFirst()));
        assertEquals(frames, values(outcome.results().get(1)).length);
    }

    @Test
    void throwsWhenCancelledBeforeAnythingIsFolded() {
        Stack stack = random(new Shape(4, 8, 8, 1), PixelType.U8);
        assertThrows(
                CancellationException.class, () -> new Runner(2).run(stack, List.of(SUM), stoppedOnce(() -> true)));
    }

    private static Progress stoppedOnce(BooleanSupplier cancelled) {
        return new Progress() {
            @Override
            public void worked(long done, long total) {}

            @Override
            public boolean cancelled() {
                return cancelled.getAsBoolean();
            }
        };
    }

    /** Cancels as soon as it gets a block, and takes long for every block. */
    private static final class Slow implements Accumulator<Slow> {
        private final AtomicBoolean cancelled;

        Slow(AtomicBoolean cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public void add(Block block) {
            cancelled.set(true);
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < 150_000_000) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void merge(Slow other) {
            throw new AssertionError("must not be merged");
        }

        @Override
        public Result result() {
            throw new AssertionError("has no result");
        }
    }

    @Test
    void isCancelledInTheMiddleOfASlabThatTakesTooLong() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Fold slow = new Fold.OfBlocks<>(Fold.Split.ROWS, _ -> new Slow(cancelled));
        Stack stack = random(new Shape(1, 16, 1024, 1), PixelType.U8);
        assertThrows(
                CancellationException.class,
                () -> new Runner(1).run(stack, List.of(slow), stoppedOnce(cancelled::get)));
    }

    @Test
    void reportsFramesInOrderUpToTheLast() throws IOException {
        List<Long> reports = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void worked(long done, long total) {
                reports.add(done);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        new Runner(2).run(cursorOnly(random(new Shape(40, 8, 8, 1), PixelType.U8), i -> {}), List.of(SUM), progress);
        assertEquals(reports.stream().sorted().distinct().toList(), reports);
        assertEquals(40, reports.getLast());
    }

    @Test
    void refusesToFoldNothing() {
        Stack stack = random(new Shape(1, 1, 1, 1), PixelType.U8);
        assertThrows(IllegalArgumentException.class, () -> new Runner(1).run(stack, List.of(), Progress.none()));
    }
}
