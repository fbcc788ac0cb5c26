package org.tachyscope.core.internal.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Marks the same neighbouring samples of some consecutive frames.
 *
 * <pre>
 *   frame 0:  offset ├── samples ──┤
 *   frame 1:  offset + stride ├── samples ──┤
 * </pre>
 *
 * @param pixels off-heap memory that holds the frames
 * @param offset byte of the first sample of the first frame
 * @param stride bytes from frame to frame
 * @param frames number of frames
 * @param samples number of samples of each frame
 */
public record Tile(MemorySegment pixels, long offset, long stride, int frames, int samples) {

    /** Refuses a tile that reaches out of its memory. */
    public Tile {
        if (!pixels.isNative()) {
            throw new IllegalArgumentException("kernels read off-heap memory only");
        }
    }

    /** Returns the byte of the first sample of frame {@code t}. */
    long at(int t) {
        return offset + t * stride;
    }

    /** Returns {@code count} frames from frame {@code first} on. */
    Tile frames(int first, int count) {
        return new Tile(pixels, offset + first * stride, stride, count, samples);
    }

    /** Returns the first {@code count} samples. */
    Tile head(int count) {
        return new Tile(pixels, offset, stride, frames, count);
    }

    /** Returns the samples from sample {@code first} on. */
    Tile tail(int first, int sampleBytes) {
        return new Tile(pixels, offset + (long) first * sampleBytes, stride, frames, samples - first);
    }
}
