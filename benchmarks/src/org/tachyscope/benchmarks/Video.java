package org.tachyscope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.run.Runner;
import org.tachyscope.load.video.VideoLoader;
import org.tachyscope.load.video.VideoParams;

/**
 * Works on a video at every line: {@code decode} all frames into memory, {@code random N} frames, {@code index}; answers with
 * milliseconds and a checksum.
 */
public final class Video {

    private static final double MEGABYTE = 1 << 20;

    private final Path file;
    private final int threads;

    private Video(Path file, int threads) {
        this.file = file;
        this.threads = threads;
    }

    /** Takes the video and the number of threads. */
    public static void main(String[] arguments) throws IOException {
        Video video = new Video(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(video.answer(line.split(" ")));
        }
    }

    private String answer(String[] words) throws IOException {
        return switch (words[0]) {
            case "index" -> index();
            case "decode" -> decode();
            case "random" -> random(Integer.parseInt(words[1]));
            case "heap" -> heap();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private Stack open() throws IOException {
        VideoLoader loader = new VideoLoader();
        VideoParams params = new VideoParams(loader.defaults().colour(), loader.defaults().onError(), threads);
        return loader.plan(file, params, Progress.none()).open(Progress.none());
    }

    private String index() throws IOException {
        long start = System.nanoTime();
        try (Stack stack = open()) {
            return said(start, stack.shape().frames());
        }
    }

    /** Opens the video and decodes it into memory that it gets from the system, as loading does. */
    private String decode() throws IOException {
        long start = System.nanoTime();
        try (Stack stack = open();
                Arena arena = Arena.ofShared()) {
            Shape shape = stack.shape();
            MemorySegment all = arena.allocate(shape.samples() * stack.type().bytes(), 64);
            new Runner(threads).fill(stack, all, Progress.none());
            long took = System.nanoTime() - start;
            return String.format(Locale.ROOT, "%.3f %d", took * 1e-6, sum(all));
        }
    }

    /** Adds up every 1009th byte. */
    private static long sum(MemorySegment all) {
        long sum = 0;
        for (long i = 0; i < all.byteSize(); i += 1009) {
            sum += all.get(ValueLayout.JAVA_BYTE, i) & 0xff;
        }
        return sum;
    }

    private String random(int count) throws IOException {
        try (Stack stack = open();
                Cursor cursor = stack.cursor()) {
            Random random = new Random(1);
            cursor.frame(0);
            long start = System.nanoTime();
            long sum = 0;
            for (int i = 0; i < count; i++) {
                sum += (long) cursor.frame(random.nextLong(stack.shape().frames())).sample(0);
            }
            return said(start, sum);
        }
    }

    private static String said(long start, long sum) {
        return String.format(Locale.ROOT, "%.3f %d", (System.nanoTime() - start) * 1e-6, sum);
    }

    private static String heap() {
        Runtime runtime = Runtime.getRuntime();
        return String.format(
                Locale.ROOT,
                "%.1f %.1f",
                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE,
                runtime.totalMemory() / MEGABYTE);
    }
}
