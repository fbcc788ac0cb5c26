package org.tachyscope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.folder.FolderLoader;

/** Loads a folder of images at every line of input, and answers with milliseconds and a checksum of every 100th frame. */
public final class Load {

    private Load() {}

    /** Takes the folder. */
    public static void main(String[] arguments) throws IOException {
        FolderLoader loader = new FolderLoader();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            long start = System.nanoTime();
            try (Stack stack = loader.plan(Path.of(arguments[0]), loader.defaults(), Progress.none())
                    .open(Progress.none())) {
                long took = System.nanoTime() - start;
                System.out.printf(Locale.ROOT, "%.3f %d%n", took * 1e-6, sum(stack));
            }
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
