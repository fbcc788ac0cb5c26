package org.tachyscope.core.internal.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.PixelType;

/**
 * Passes over one column: a vector of neighbouring samples, frame after frame, packed.
 */
sealed interface RankLoops permits RankBytes, RankShorts, RankInts {

    /** Returns the loops for a pixel type. */
    static RankLoops of(PixelType type, Arena arena) {
        return switch (type) {
            case U8 -> new RankBytes(arena);
            case U16 -> new RankShorts(arena);
            case F32 -> new RankInts();
        };
    }

    /** Copies columns, side by side in {@code tile}, to every {@code columnBytes} bytes of {@code to}: keys from now on. */
    void gather(Tile tile, int columns, MemorySegment to, long columnBytes);

    /** Turns samples that were copied to a column into keys. */
    void makeKeys(MemorySegment column, long at, int frames);

    /** Finds the least and the largest key of each sample, for bounds from sample {@code first} on. */
    void range(MemorySegment column, long at, int frames, LaneState.Bounds bounds, int first);

    /** Counts the keys of each sample that are less than its threshold. */
    void count(MemorySegment column, long at, int frames, LaneState state);

    /** Finds the least key of each sample from its threshold on. */
    void least(MemorySegment column, long at, int frames, LaneState state);

    /** Finds the {@link LaneState#LEAST} least keys of each sample from its threshold on. */
    void leastFew(MemorySegment column, long at, int frames, LaneState state);
}
