package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.fold.Fold.OfPercentile;
import org.tachyscope.api.fold.NanRule;

/**
 * Chooses how percentiles are found, like {@link KernelChoice}: digit by digit at first; once so much is to be done that vectors
 * pay, a daemon thread exercises those until they win. Both give the same bits. Safe for any thread.
 */
public final class RankChoice {

    /** Bytes from which on vector loops gain more than compiling them costs. */
    static final long WORTH_BYTES = 128L << 20;

    private static final RankChoice ALL = new RankChoice();

    private final Map<PixelType, Long> bytes = new ConcurrentHashMap<>();
    private final Map<PixelType, State> states = new ConcurrentHashMap<>();

    RankChoice() {}

    private enum State {
        EXERCISING,
        READY
    }

    /** Returns the choice. */
    public static RankChoice shared() {
        return ALL;
    }

    /**
     * Returns what tells whether vector loops are the fastest by now. Begins to exercise them if that pays.
     *
     * @param stackBytes bytes that are about to be folded
     */
    public BooleanSupplier vectors(PixelType type, long stackBytes) {
        boolean pays = bytes.merge(type, stackBytes, Long::sum) >= WORTH_BYTES;
        if (pays && Kernels.all().size() > 1 && states.putIfAbsent(type, State.EXERCISING) == null) {
            Thread.ofPlatform().daemon().name("tachyscope-exercise-ranks").start(() -> exercise(type));
        }
        return () -> states.get(type) == State.READY;
    }

    /** Tells whether the vector loops are, or were, exercised. */
    boolean exercising(PixelType type) {
        return states.containsKey(type);
    }

    private void exercise(PixelType type) {
        try (Arena arena = Arena.ofShared()) {
            if (new Exercise(type, arena).vectorsWin()) {
                states.put(type, State.READY);
            }
        }
    }

    /** Runs both on tiles of both kinds of memory that pixels lie in: allocated, and mapped from a file. */
    private static final class Exercise {

        private static final int SAMPLES = 1024;
        private static final int FRAMES = 256;
        private static final int WINS = 20;
        private static final long PATIENCE_NANOS = 60_000_000_000L;

        private final List<Tile> tiles;
        private final List<MemorySegment> out;
        private final TilePercentiles digits;
        private final TilePercentiles vectors;

        Exercise(PixelType type, Arena arena) {
            long stride = (long) SAMPLES * type.bytes();
            tiles = List.of(
                    new Tile(allocated(stride * FRAMES, arena), 0, stride, FRAMES, SAMPLES),
                    new Tile(mapped(stride * FRAMES, arena), 0, stride, FRAMES, SAMPLES));
            out = List.of(arena.allocate(4L * SAMPLES, 64));
            List<OfPercentile> median = List.of(new OfPercentile(50, NanRule.PROPAGATE));
            digits = new TilePercentiles(type, median, () -> false, arena);
            vectors = new TilePercentiles(type, median, () -> true, arena);
        }

        /** Fills memory with numbers of any pixel type. */
        private static MemorySegment allocated(long bytes, Arena arena) {
            MemorySegment memory = arena.allocate(bytes, 64);
            SplittableRandom random = new SplittableRandom(1);
            for (long i = 0; i < bytes / 4; i++) {
                memory.setAtIndex(JAVA_INT, i, random.nextInt() & 0x3fff_ffff);
            }
            return memory;
        }

        /** Maps the start of a file that every Java has, its own class library. */
        private static MemorySegment mapped(long bytes, Arena arena) {
            Path file = Path.of(System.getProperty("java.home"), "lib", "modules");
            try (FileChannel channel = FileChannel.open(file)) {
                return channel.size() < bytes
                        ? allocated(bytes, arena)
                        : channel.map(MapMode.READ_ONLY, 0, bytes, arena);
            } catch (IOException e) {
                return allocated(bytes, arena);
            }
        }

        boolean vectorsWin() {
            long start = System.nanoTime();
            int wins = 0;
            while (wins < WINS && System.nanoTime() - start < PATIENCE_NANOS) {
                wins = nanos(vectors) < nanos(digits) ? wins + 1 : 0;
            }
            return wins == WINS;
        }

        private long nanos(TilePercentiles percentiles) {
            long start = System.nanoTime();
            for (Tile tile : tiles) {
                percentiles.fold(tile, out, () -> {});
            }
            return System.nanoTime() - start;
        }
    }
}
