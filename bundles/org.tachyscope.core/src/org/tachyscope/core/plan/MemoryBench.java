package org.tachyscope.core.plan;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.tachyscope.api.Progress;

/** Measures how fast several threads together read, write and copy memory that is too large for any cache. */
final class MemoryBench {

    private static final long BYTES = 256L << 20;

    private final int threads;
    private final long nanos;

    MemoryBench(int threads, long nanos) {
        this.threads = threads;
        this.nanos = nanos;
    }

    /** Returns bytes a second by the names that {@link Profile} gives them. */
    Map<String, Double> rates(Progress progress) throws IOException {
        try (Arena arena = Arena.ofShared();
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            MemorySegment a = arena.allocate(BYTES, 64);
            MemorySegment b = arena.allocate(BYTES, 64);
            b.fill((byte) 1); // memory that was never written isn't there
            double write = rate(pool, progress, a, b, (to, _) -> to.fill((byte) 1));
            double copy = rate(pool, progress, a, b, MemorySegment::copyFrom);
            double read = rate(pool, progress, a, b, MemorySegment::mismatch);
            return Map.of(Profile.WRITE, write, Profile.COPY, copy, Profile.READ, 2 * read);
        }
    }

    private double rate(
            ExecutorService pool,
            Progress progress,
            MemorySegment a,
            MemorySegment b,
            BiConsumer<MemorySegment, MemorySegment> work)
            throws IOException {
        long best = Long.MAX_VALUE;
        long start = System.nanoTime();
        for (long now = start; now - start < nanos || best == Long.MAX_VALUE; ) {
            progress.checkCancelled();
            together(pool, a, b, work);
            long end = System.nanoTime();
            best = Math.min(best, end - now);
            now = end;
        }
        return BYTES / (best / 1e9);
    }

    private void together(
            ExecutorService pool, MemorySegment a, MemorySegment b, BiConsumer<MemorySegment, MemorySegment> work)
            throws IOException {
        List<Future<?>> parts = new ArrayList<>();
        long part = BYTES / threads;
        for (int i = 0; i < threads; i++) {
            long from = i * part;
            parts.add(pool.submit(() -> work.accept(a.asSlice(from, part), b.asSlice(from, part))));
        }
        try {
            for (Future<?> done : parts) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("memory can't be measured: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while memory was measured", e);
        }
    }
}
