package org.tachyscope.core.internal.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
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

    private static final int SAMPLES = 1024;
    private static final int FRAMES = 256;

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
            if (new Race(loop(type, false, arena), loop(type, true, arena)).newerWins()) {
                states.put(type, State.READY);
            }
        }
    }

    private static Runnable loop(PixelType type, boolean vectors, Arena arena) {
        long stride = (long) SAMPLES * type.bytes();
        List<Tile> tiles = Ground.pieces(stride * FRAMES, arena).stream()
                .map(pixels -> new Tile(pixels, 0, stride, FRAMES, SAMPLES))
                .toList();
        List<MemorySegment> out = List.of(arena.allocate(4L * SAMPLES, 64));
        List<OfPercentile> median = List.of(new OfPercentile(50, NanRule.PROPAGATE));
        TilePercentiles percentiles = new TilePercentiles(type, median, () -> vectors, arena);
        return () -> tiles.forEach(tile -> percentiles.fold(tile, out, () -> {}));
    }
}
