package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.tachyscope.core.internal.kernel.Tile;

/**
 * Names consecutive whole frames, and where they are.
 *
 * @param first index of the first frame
 * @param frames number of frames
 * @param pixels read-only, off-heap; holds the frames, packed; null memory if each chunk is computed when it is its turn
 * @param offset byte of the first frame
 * @param frameBytes size of a frame
 */
record Slab(long first, int frames, MemorySegment pixels, long offset, long frameBytes) {

    /** Names frames of which each thread computes the chunks that it folds. */
    static Slab computed(long first, int frames, long frameBytes) {
        return new Slab(first, frames, MemorySegment.NULL, 0, frameBytes);
    }

    /** Returns the index of the frame behind the last one. */
    long end() {
        return first + frames;
    }

    /** Returns {@code count} of these frames, from frame {@code from} of the stack on. */
    Slab part(long from, int count) {
        return new Slab(from, count, pixels, offset + (from - first) * frameBytes, frameBytes);
    }

    /** Returns at most {@code count} frames of a strip, from frame {@code from} of the stack on. */
    Chunk chunk(Strips strips, int strip, long from, int count, Desk desk) throws IOException {
        if (pixels.equals(MemorySegment.NULL)) {
            return desk.computed(strips, strip, from, count);
        }
        long at = offset + (from - first) * frameBytes + strips.firstByte(strip);
        return new Chunk(strips, strip, from, count, new Tile(pixels, at, frameBytes, count, strips.samples(strip)));
    }
}
