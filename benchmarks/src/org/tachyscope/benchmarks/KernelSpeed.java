package org.tachyscope.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.Set;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.core.internal.kernel.Kernels;
import org.tachyscope.core.internal.kernel.Tile;
import org.tachyscope.core.internal.kernel.TileMoments;

/**
 * Prints GB/s of the moments of one tile on one thread, for every kernel: with frames that stay in the second cache, and with
 * frames from memory. The best of many short runs, so that other programs disturb little.
 */
public final class KernelSpeed {

    private static final int TILE_BYTES = Integer.getInteger("tile", 16 * 1024);
    private static final int CACHED_FRAMES = 24;
    private static final long MEMORY_BYTES = 1L << 30;

    private KernelSpeed() {}

    /** Measures. Arguments: seconds per figure, 1 if missing. */
    public static void main(String[] arguments) {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 1;
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = arena.allocate(MEMORY_BYTES, 4096);
            for (long at = 0; at < MEMORY_BYTES; at += 8) {
                memory.set(java.lang.foreign.ValueLayout.JAVA_LONG, at, at * 0x9E3779B97F4A7C15L >>> 2);
            }
            System.out.println("type  moments         kernels          in cache    from memory   (GB/s)");
            for (PixelType type : PixelType.values()) {
                for (Set<Moment> needs : NEEDS) {
                    for (Kernels kernels : Kernels.all()) {
                        Case work = new Case(type, needs, kernels, memory.asReadOnly(), arena);
                        double cached = work.best(TILE_BYTES, CACHED_FRAMES, seconds);
                        double streamed = work.best(1 << 20, 400, seconds);
                        System.out.printf(
                                Locale.ROOT,
                                "%-5s %-15s %-15s %9.1f %14.1f%n",
                                type,
                                name(needs),
                                kernels.getClass().getSimpleName(),
                                cached,
                                streamed);
                    }
                }
            }
        }
    }

    private static final java.util.List<Set<Moment>> NEEDS = java.util.List.of(
            Set.of(Moment.SUM),
            Set.of(Moment.SUM, Moment.SUM_OF_SQUARES),
            Set.of(Moment.MIN),
            Set.of(Moment.MAX),
            Set.of(Moment.values()));

    private static String name(Set<Moment> needs) {
        return needs.size() == 4
                ? "all"
                : needs.contains(Moment.SUM_OF_SQUARES)
                        ? "squares"
                        : needs.iterator().next().name().toLowerCase(Locale.ROOT);
    }

    private record Case(PixelType type, Set<Moment> needs, Kernels kernels, MemorySegment memory, Arena arena) {

        double best(int stride, int frames, double seconds) {
            int samples = TILE_BYTES / type.bytes();
            TileMoments moments = TileMoments.of(type, needs, samples, () -> kernels, arena);
            double best = 0;
            long end = System.nanoTime() + (long) (seconds * 1e9);
            int tiles = stride / TILE_BYTES;
            for (int k = 0; System.nanoTime() < end; k++) {
                long start = System.nanoTime();
                moments.start(samples);
                int rounds = frames == CACHED_FRAMES ? 20 : 1;
                for (int r = 0; r < rounds; r++) {
                    moments.add(new Tile(memory, (long) (k % tiles) * TILE_BYTES, stride, frames, samples));
                }
                moments.moments();
                best = Math.max(best, (double) rounds * frames * TILE_BYTES / (System.nanoTime() - start));
            }
            return best;
        }
    }
}
