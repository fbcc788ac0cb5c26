package org.tachyscope.core.run;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tachyscope.core.run.Stacks.random;
import static org.tachyscope.core.run.Stacks.randomWithGaps;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.tachyscope.api.fold.Moments;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.api.fold.Window;

class PercentileRunTest {

    private static final Fold MEDIAN = new Fold.OfPercentile(50, NanRule.PROPAGATE);
    private static final Fold LOW = new Fold.OfPercentile(12.5, NanRule.IGNORE);
    private static final Fold MAX = new Fold.OfMoments(Set.of(Moment.MAX), PixelType.F32, PercentileRunTest::max);
    private static final Fold ROWS = new Fold.OfBlocks<>(Fold.Split.ROWS, Counts::new);
    private static final Fold ANY = new Fold.OfBlocks<>(Fold.Split.ANY, Counts::new);

    private static void max(Moments moments, MemorySegment out) {
        for (int i = 0; i < moments.samples(); i++) {
            PixelType type = moments instanceof Moments.Floating ? PixelType.F32 : PixelType.U16;
            out.set(JAVA_FLOAT_UNALIGNED, 4L * i, (float) type.get(moments.max(), i));
        }
    }

    /** Counts frames and values: of each sample if split by rows, of all otherwise. */
    private static final class Counts implements Accumulator<Counts> {
        private final Window window;
        private long frames;

        Counts(Window window) {
            this.window = window;
        }

        @Override
        public void add(Block block) {
            frames += block.window().frames() * block.window().rows();
        }

        @Override
        public void merge(Counts other) {
            frames += other.frames;
        }

        @Override
        public Result result() {
            Shape s = window.stack();
            MemorySegment out = Arena.ofAuto().allocate(4L * window.samplesPerFrame(), 4);
            for (int i = 0; i < window.samplesPerFrame(); i++) {
                out.setAtIndex(JAVA_FLOAT, i, frames);
            }
            return new Frame(window.rows(), s.width(), s.channels(), PixelType.F32, out);
        }
    }

    private static float[] floats(Result result) {
        return ((Frame) result).pixels().toArray(JAVA_FLOAT_UNALIGNED);
    }

    private static List<float[]> run(Runner runner, Stack stack, Fold... folds) throws IOException {
        Outcome outcome = runner.run(stack, List.of(folds), Progress.none());
        assertTrue(outcome.complete());
        assertEquals(stack.shape().frames(), outcome.frames());
        return outcome.results().stream().map(PercentileRunTest::floats).toList();
    }

    private static void same(List<float[]> wanted, List<float[]> got, String what) {
        for (int i = 0; i < wanted.size(); i++) {
            assertArrayEquals(wanted.get(i), got.get(i), what);
        }
    }

    /** Sorts the values of one sample. */
    private static double[] sorted(Stack stack, int sample) {
        MemorySegment all = stack.contiguous().orElseThrow();
        double[] values = new double[(int) stack.shape().frames()];
        Arrays.setAll(
                values, t -> stack.type().get(all, (long) t * stack.shape().samplesPerFrame() + sample));
        Arrays.sort(values);
        return values;
    }

    @Test
    void givesTheSameBitsWithAnyNumberOfThreadsFromAnySource(@TempDir Path folder) throws IOException {
        List<Shape> shapes = List.of(
                new Shape(1, 1, 1, 1), new Shape(70, 1, 13, 1), new Shape(5, 97, 41, 3), new Shape(9, 3, 70_000, 1));
        Room.Finder little = () -> new Room(0, folder, () -> Long.MAX_VALUE);
        for (PixelType type : PixelType.values()) {
            for (Shape shape : shapes) {
                Stack stack = randomWithGaps(shape, type);
                List<float[]> one = run(new Runner(1), stack, MEDIAN, LOW);
                for (int threads : new int[] {2, 3, 7}) {
                    same(one, run(new Runner(threads), stack, MEDIAN, LOW), threads + " threads, " + type + shape);
                }
                Stack read = new CursorOnly(stack, _ -> {});
                same(one, run(new Runner(2), read, MEDIAN, LOW), "in memory, " + type + shape);
                same(one, run(new Runner(2, little), read, MEDIAN, LOW), "in a file, " + type + shape);
                try (var left = Files.list(folder)) {
                    assertEquals(0, left.count(), "files left");
                }
            }
        }
    }

    @Test
    void isTheMiddleOfTheSortedValues() throws IOException {
        for (PixelType type : List.of(PixelType.U8, PixelType.U16)) {
            for (int frames : new int[] {1, 2, 7, 8}) {
                Stack stack = random(new Shape(frames, 5, 300, 1), type);
                float[] median = run(new Runner(2), stack, MEDIAN).getFirst();
                for (int i = 0; i < median.length; i++) {
                    double[] values = sorted(stack, i);
                    assertEquals((values[(frames - 1) / 2] + values[frames / 2]) / 2, median[i]);
                }
            }
        }
    }

    @Test
    void goesTogetherWithOtherFolds() throws IOException {
        for (Shape shape : List.of(new Shape(300, 40, 70, 1), new Shape(600, 1, 9, 1), new Shape(2, 300, 900, 1))) {
            Stack stack = random(shape, PixelType.U16);
            List<float[]> got = run(new Runner(3), stack, ANY, MAX, MEDIAN, ROWS, LOW, MAX);
            same(run(new Runner(1), stack, MAX), List.of(got.get(1)), "max");
            same(run(new Runner(1), stack, MAX), List.of(got.get(5)), "max again");
            same(run(new Runner(1), stack, MEDIAN), List.of(got.get(2)), "median");
            same(run(new Runner(1), stack, LOW), List.of(got.get(4)), "percentile");
            assertEquals(shape.frames() * shape.height(), got.get(0)[0]);
            assertEquals(0, got.get(3)[0] % shape.frames());
            assertTrue(got.get(3)[0] > 0);
        }
    }

    @Test
    void goesBandByBandThroughAFileThatIsNotInMemory(@TempDir Path folder) throws IOException {
        Shape shape = new Shape(17, 64, 1024, 1);
        Path file = Files.createFile(folder.resolve("sparse"));
        try (FileChannel channel = FileChannel.open(
                        file, java.nio.file.StandardOpenOption.READ, java.nio.file.StandardOpenOption.WRITE);
                Arena arena = Arena.ofShared()) {
            MemorySegment pixels = channel.map(MapMode.READ_WRITE, 0, shape.samples(), arena);
            pixels.set(java.lang.foreign.ValueLayout.JAVA_BYTE, shape.samples() - 1, (byte) 1);
            Stack stack = MemoryStack.of(pixels, shape, PixelType.U8, Metadata.named("sparse"));
            List<Long> reports = new ArrayList<>();
            Room.Finder little = () -> new Room(100_000, folder, () -> 0);
            Outcome outcome = new Runner(2, little)
                    .run(stack, List.of(MEDIAN, new Fold.OfPercentile(100, NanRule.IGNORE)), watching(reports));
            assertEquals(0, floats(outcome.results().get(0))[shape.samplesPerFrame() - 1]);
            assertEquals(1, floats(outcome.results().get(1))[shape.samplesPerFrame() - 1]);
            assertEquals(reports.stream().sorted().distinct().toList(), reports);
            assertEquals(17, reports.getLast());
        }
    }

    private static Progress watching(List<Long> reports) {
        return new Progress() {
            @Override
            public synchronized void worked(long done, long total) {
                reports.add(done);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    @Test
    void saysHowMuchDiskSpaceIsMissing(@TempDir Path folder) {
        Stack stack = new CursorOnly(random(new Shape(100, 100, 200, 1), PixelType.U8), _ -> {});
        Runner runner = new Runner(1, () -> new Room(1_999_999, folder, () -> 1_200_000));
        IOException median =
                assertThrows(IOException.class, () -> runner.run(stack, List.of(MEDIAN, MAX), Progress.none()));
        assertEquals(
                "the median of NAME needs 2.0 MB of temporary disk space in " + folder + ", there are 1.2 MB",
                median.getMessage());
        IOException other = assertThrows(IOException.class, () -> runner.run(stack, List.of(LOW), Progress.none()));
        assertTrue(other.getMessage().startsWith("a percentile of NAME needs 2.0 MB"), other.getMessage());
    }

    @Test
    void namesTheFrameThatCantBeRead() {
        Stack stack = new CursorOnly(random(new Shape(3, 2, 2, 1), PixelType.U8), _ -> {
            throw new java.io.UncheckedIOException(new IOException("broken"));
        });
        Exception e = assertThrows(Exception.class, () -> new Runner(1).run(stack, List.of(MEDIAN), Progress.none()));
        assertTrue(e.getMessage().startsWith("frame 0 of NAME: "), e.getMessage());
    }

    /** Cancels after some milliseconds, and knows when. */
    private static final class Impatient implements Progress {
        private final AtomicLong cancelled = new AtomicLong();
        private final long start = System.nanoTime();
        private final long millis;

        Impatient(long millis) {
            this.millis = millis;
        }

        @Override
        public void worked(long done, long total) {}

        @Override
        public boolean cancelled() {
            long now = System.nanoTime();
            if (now - start < millis * 1_000_000) {
                return false;
            }
            cancelled.compareAndSet(0, now);
            return true;
        }
    }

    /** Cancels thrice and takes the fastest: a busy machine may make any of them late. */
    private static void stopsSoon(Stack stack, long millis) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            Impatient progress = new Impatient(millis);
            assertThrows(
                    CancellationException.class, () -> new Runner(2).run(stack, List.of(MEDIAN, MAX, ANY), progress));
            best = Math.min(best, System.nanoTime() - progress.cancelled.get());
        }
        assertTrue(best < 200_000_000, "cancelling took " + best / 1_000_000 + " ms");
    }

    @Test
    void stopsWithinTwoHundredMilliseconds() {
        stopsSoon(randomWithGaps(new Shape(20_000, 40, 50, 1), PixelType.F32), 100);
        Stack slow = new CursorOnly(random(new Shape(10_000, 4, 4, 1), PixelType.U8), _ -> {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        stopsSoon(slow, 50);
    }

    @Test
    void ofAMillionTinyFramesIsExact() throws IOException {
        for (PixelType type : List.of(PixelType.U8, PixelType.U16)) {
            Stack stack = random(new Shape(1_000_000, 4, 4, 1), type);
            float[] median = run(new Runner(2), stack, MEDIAN).getFirst();
            for (int i : new int[] {0, 7, 15}) {
                double[] values = sorted(stack, i);
                assertEquals((float) ((values[499_999] + values[500_000]) / 2), median[i]);
            }
        }
    }

    @Test
    void isNaNWhereAnyValueIsUnlessThoseAreIgnored() throws IOException {
        float nan = Float.NaN;
        float inf = Float.POSITIVE_INFINITY;
        float[][] frames = {{nan, 1, 1, -inf, nan}, {2, nan, 3, inf, nan}, {4, 6, nan, inf, nan}};
        MemorySegment pixels = Arena.ofAuto().allocate(60, 4);
        for (int t = 0; t < 3; t++) {
            MemorySegment.copy(frames[t], 0, pixels, JAVA_FLOAT, t * 20L, 5);
        }
        Stack stack = MemoryStack.of(pixels, new Shape(3, 1, 5, 1), PixelType.F32, Metadata.named("NAME"));
        List<float[]> got = run(new Runner(2), stack, MEDIAN, new Fold.OfPercentile(50, NanRule.IGNORE));
        assertArrayEquals(new float[] {nan, nan, nan, inf, nan}, got.get(0));
        assertArrayEquals(new float[] {3, 3.5f, 2, inf, nan}, got.get(1));
    }

    @Test
    void refusesWhatIsNoPercentage() {
        for (double p : new double[] {-0.1, 100.5, Double.NaN}) {
            IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> new Fold.OfPercentile(p, NanRule.PROPAGATE));
            assertEquals("a percentile needs 0 ≤ p ≤ 100, got " + p, e.getMessage());
        }
    }
}
