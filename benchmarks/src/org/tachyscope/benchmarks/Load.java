package org.tachyscope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.folder.FolderLoader;

/**
 * Loads a folder of images at every line {@code load}, and answers with milliseconds and a checksum of every 100th frame; at
 * {@code heap}, with the megabytes of heap that were in use at most, and with those that Java has committed, not all of
 * which it has touched.
 */
public final class Load {

    private static final int LOOK_EVERY_MS = 20;
    private static final double MEGABYTE = 1 << 20;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private volatile long used;

    private Load() {}

    /** Takes the folder. */
    public static void main(String[] arguments) throws IOException {
        Load load = new Load();
        Thread.ofPlatform().daemon().name("look").start(load::look);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(line.equals("heap") ? load.heap() : load(Path.of(arguments[0])));
        }
    }

    private void look() {
        while (true) {
            used = Math.max(used, memory.getHeapMemoryUsage().getUsed());
            try {
                Thread.sleep(LOOK_EVERY_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private String heap() {
        double committed = memory.getHeapMemoryUsage().getCommitted();
        return String.format(Locale.ROOT, "%.1f %.1f", used / MEGABYTE, committed / MEGABYTE);
    }

    private static String load(Path folder) throws IOException {
        FolderLoader loader = new FolderLoader();
        long start = System.nanoTime();
        try (Stack stack =
                loader.plan(folder, loader.defaults(), Progress.none()).open(Progress.none())) {
            long took = System.nanoTime() - start;
            return String.format(Locale.ROOT, "%.3f %d", took * 1e-6, sum(stack));
        }
    }

    private static long sum(Stack stack) throws IOException {
        long sum = 0;
        try (var cursor = stack.cursor()) {
            for (long t = 0; t < stack.shape().frames(); t += 100) {
                Frame frame = cursor.frame(t);
                for (int i = 0; i < frame.samples(); i++) {
                    sum += (long) frame.sample(i);
                }
            }
        }
        return sum;
    }
}
