package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * Computes some samples of a stack's frames, in any order of frames; forward is fastest. Carries from frame to frame what
 * saves work, but no bit of a result depends on what was computed before. Belongs to one cursor.
 */
interface Piece {

    /**
     * Computes one frame's samples.
     *
     * @param index frame of the result
     * @param out exactly the samples, packed, aligned to their size; holds anything
     */
    void compute(long index, MemorySegment out) throws IOException;

    /** Starts pieces. Called by many threads at a time. */
    @FunctionalInterface
    interface Start {
        /** Returns a piece that has computed nothing yet. */
        Piece start(Tile tile);
    }
}
