package org.tachyscope.core.internal.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Set;
import java.util.function.Supplier;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;

/**
 * Computes the moments of one tile of samples over time. Belongs to one thread and is used for one tile after another:
 * {@link #start}, {@link #add} frames in the order of time, {@link #moments()}. Between two parts of the frames a tile's state
 * may be put aside with {@link #save} and taken up again with {@link #resume}; how the frames were parted doesn't change a
 * bit of the result.
 */
public sealed interface TileMoments permits ExactMoments, F32Moments {

    /** Samples whose moments suit the first cache. */
    int RUN = 1024;

    /**
     * Prepares for tiles of at most {@code capacity} samples.
     *
     * @param fastest returns the kernels to use; asked again and again, the answer may change
     * @param arena owns the accumulators
     */
    static TileMoments of(PixelType type, Set<Moment> needs, int capacity, Supplier<Kernels> fastest, Arena arena) {
        Set<Moment> all = Needs.closed(needs);
        return switch (type) {
            case U8, U16 -> new ExactMoments(type, all, capacity, fastest, arena);
            case F32 -> new F32Moments(all, capacity, fastest, arena);
        };
    }

    /** Begins a tile without any frame. */
    void start(int samples);

    /**
     * Folds further frames of the tile.
     *
     * @param tile as many samples as were started
     */
    void add(Tile tile);

    /** Returns the bytes that {@link #save} writes. */
    long savedBytes();

    /** Puts the tile's state aside. */
    void save(MemorySegment to);

    /**
     * Takes up a tile's state.
     *
     * @param frames number of frames that were folded when it was saved
     */
    void resume(int samples, long frames, MemorySegment from);

    /** Ends the tile and returns its moments over all frames so far; valid until the next call. */
    Moments moments();

    /**
     * Ends some samples of the tile and returns their moments over all frames so far; valid until the next call. Each sample
     * ends once. Runs of {@value #RUN} samples keep what is computed from them in the first cache.
     *
     * @param first a multiple of {@value #RUN}
     */
    Moments moments(int first, int count);
}
