package org.tachyscope.api.fold;

import java.lang.foreign.MemorySegment;

/**
 * Shows the pixels of a window, small enough to lie in the processor's cache.
 *
 * <pre>
 *   frame 0:  ├── rows of the window, packed ──┤
 *   frame 1:  ├── rows of the window, packed ──┤   frameStride bytes behind frame 0
 *   …
 * </pre>
 *
 * @param window which frames and rows these are
 * @param pixels read-only; frame i of the window starts at byte {@code i × frameStride}
 * @param frameStride bytes from frame to frame
 */
public record Block(Window window, MemorySegment pixels, long frameStride) {

    /** Returns the window's rows of frame {@code i} of the window, packed. */
    public MemorySegment frame(long i) {
        return pixels.asSlice(
                i * frameStride, (long) window.samplesPerFrame() * window.type().bytes());
    }

    /** Reads one sample; {@code i} counts frames and {@code sample} samples from the window's start. Not for loops. */
    public double sample(long i, int sample) {
        return window.type().get(pixels, i * frameStride / window.type().bytes() + sample);
    }
}
