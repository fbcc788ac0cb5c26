package org.tachyscope.core.run;

import java.lang.foreign.MemorySegment;

/**
 * Holds consecutive whole frames in memory.
 *
 * @param first index of the first frame
 * @param frames number of frames
 * @param pixels read-only, off-heap; holds the frames, packed
 * @param offset byte of the first frame
 * @param frameBytes size of a frame
 */
record Slab(long first, int frames, MemorySegment pixels, long offset, long frameBytes) {

    /** Returns the index of the frame behind the last one. */
    long end() {
        return first + frames;
    }
}
