package org.tachyscope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import org.tachyscope.api.DiskCache;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Stack;
import org.tachyscope.load.cache.FileCache;
import org.tachyscope.load.folder.FolderLoader;
import org.tachyscope.load.npy.NpyLoader;

/**
 * Decodes a source at every line {@code decode}, without keeping it; decodes it into an empty disk cache at {@code write};
 * opens it from there at {@code again}. Answers with milliseconds and the bytes of the entry.
 */
public final class Cache {

    private final Path source;
    private final FileCache cache;

    private Cache(Path source, Path folder) {
        this.source = source;
        this.cache = new FileCache(folder, OptionalLong.empty());
    }

    /** Takes the source and the cache's folder. */
    public static void main(String[] arguments) throws IOException {
        Cache cache = new Cache(Path.of(arguments[0]), Path.of(arguments[1]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(cache.answer(line));
        }
    }

    private String answer(String line) throws IOException {
        Plan plan = Files.isDirectory(source) ? plan(new FolderLoader()) : plan(new NpyLoader());
        if (line.equals("write")) {
            for (DiskCache.Entry entry : cache.entries()) {
                cache.delete(entry);
            }
        }
        long start = System.nanoTime();
        if (line.equals("decode")) {
            decode(plan);
        } else {
            cache.through(new DiskCache.Key(source, "benchmark", ""), plan).open(Progress.none()).close();
        }
        double took = (System.nanoTime() - start) * 1e-6;
        long bytes = cache.entries().stream().mapToLong(DiskCache.Entry::bytes).sum();
        return String.format(Locale.ROOT, "%.3f %d", took, bytes);
    }

    /** Opens, and reads every frame that isn't decoded by opening. */
    private static void decode(Plan plan) throws IOException {
        try (Stack stack = plan.open(Progress.none());
                Cursor cursor = stack.cursor()) {
            for (long t = 0; stack.contiguous().isEmpty() && t < stack.shape().frames(); t++) {
                cursor.frame(t);
            }
        }
    }

    private <P extends Record> Plan plan(Loader<P> loader) throws IOException {
        return loader.plan(source, loader.defaults(), Progress.none());
    }
}
