package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.fold.Fold.OfPercentile;
import org.tachyscope.api.fold.NanRule;

/**
 * Computes percentiles over time of tiles of samples. Belongs to one thread and is used for one tile after another.
 *
 * <p>Percentiles asked for together share the pass that brings a tile's frames into the cache.
 */
public final class TilePercentiles {

    /** Frames from which on a column is too large: one of 64 bytes a frame then takes 8 MiB. */
    static final int MOST_GATHERED = 128 * 1024;

    private static final int MOST_SAMPLES = 1024;

    private final PixelType type;
    private final List<OfPercentile> asked;
    private final RadixRanks radix;
    private final Optional<? extends Ranks> gathering;
    private final BooleanSupplier gather;
    private final int[] numbers = new int[MOST_SAMPLES];
    private final int[] ranks = new int[MOST_SAMPLES];
    private final int[] low = new int[MOST_SAMPLES];
    private final int[] next = new int[MOST_SAMPLES];
    private final float[] row = new float[MOST_SAMPLES];

    /**
     * Prepares for tiles of any size.
     *
     * @param vectors tells whether vector loops are to be used; asked again and again, the answer may change
     * @param arena owns the memory for gathered frames
     */
    public TilePercentiles(PixelType type, List<OfPercentile> asked, BooleanSupplier vectors, Arena arena) {
        this.type = type;
        this.asked = List.copyOf(asked);
        radix = new RadixRanks(type);
        gathering = Kernels.all().size() > 1 ? Optional.of(new VectorRanks(type, arena)) : Optional.empty();
        gather = vectors;
    }

    /**
     * Computes one row of percentiles for each that was asked for.
     *
     * @param tile all frames of some samples
     * @param out rows of packed F32
     * @param check throws when the work is to be left; called every few milliseconds
     */
    public void fold(Tile tile, List<MemorySegment> out, Runnable check) {
        for (int from = 0; from < tile.samples(); ) {
            Ranks method = method(tile.frames());
            int count = Math.min(Math.min(method.width(tile.frames()), MOST_SAMPLES), tile.samples() - from);
            part(method, tile.tail(from, type.bytes()).head(count), from, out, check);
            from += count;
        }
    }

    private Ranks method(int frames) {
        return gathering.isPresent() && frames <= MOST_GATHERED && gather.getAsBoolean() ? gathering.get() : radix;
    }

    private void part(Ranks method, Tile tile, int from, List<MemorySegment> out, Runnable check) {
        method.take(tile, numbers, check);
        for (int i = 0; i < asked.size(); i++) {
            Position position = new Position(asked.get(i).percentile());
            position.ranks(numbers, ranks, tile.samples());
            method.find(ranks, low, next, check);
            interpolate(position, tile);
            if (asked.get(i).nan() == NanRule.PROPAGATE) {
                propagate(tile);
            }
            MemorySegment.copy(row, 0, out.get(i), JAVA_FLOAT_UNALIGNED, 4L * from, tile.samples());
        }
    }

    private void interpolate(Position position, Tile tile) {
        double usual = position.fraction(tile.frames());
        for (int i = 0; i < tile.samples(); i++) {
            double fraction = numbers[i] == tile.frames() ? usual : position.fraction(numbers[i]);
            double a = Keys.value(type, low[i]);
            row[i] = fraction == 0 ? (float) a : Position.between(a, Keys.value(type, next[i]), fraction);
        }
    }

    private void propagate(Tile tile) {
        for (int i = 0; i < tile.samples(); i++) {
            if (numbers[i] < tile.frames()) {
                row[i] = Float.NaN;
            }
        }
    }
}
