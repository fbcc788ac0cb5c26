package org.tachyscope.api.fold;

import java.lang.foreign.MemorySegment;
import java.util.Set;

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
 * @param columns folds rows of these pixels
 */
public record Block(Window window, MemorySegment pixels, long frameStride, Columns columns) {

    /** Shows pixels outside of a run, where rows are folded by plain loops. */
    public Block(Window window, MemorySegment pixels, long frameStride) {
        this(window, pixels, frameStride, new PlainColumns(window.type()));
    }

    /** Folds rows of a block into moments of their columns. In a run, with the engine's kernels, at the memory's speed. */
    @FunctionalInterface
    public interface Columns {
        /**
         * Folds rows of neighbouring samples of one frame, from top to bottom.
         *
         * @param pixels those of the block
         * @param rows where the rows lie
         * @param needs the moments to compute
         * @return one moment a sample of a row; its frames are rows; valid until the next call
         */
        Moments fold(MemorySegment pixels, Rows rows, Set<Moment> needs);

        /** Adds up neighbouring F32 samples, see {@link FloatRun#sum}. */
        default double sumOfFloats(MemorySegment pixels, long at, int count) {
            return FloatRun.sum(pixels, at, count);
        }
    }

    /**
     * Marks equally long rows of neighbouring samples.
     *
     * @param at byte of the first sample of the first row
     * @param stride bytes from row to row
     * @param count number of rows, at least 1
     * @param samples samples of a row, at most those of a row of the frame
     */
    public record Rows(long at, long stride, int count, int samples) {}

    /** Returns the moments of rows of these pixels, see {@link Columns#fold}. */
    public Moments moments(Rows rows, Set<Moment> needs) {
        return columns.fold(pixels, rows, needs);
    }

    /** Returns the sum of {@code count} neighbouring F32 samples of these pixels from byte {@code at} on, see {@link FloatRun#sum}. */
    public double sumOfFloats(long at, int count) {
        return columns.sumOfFloats(pixels, at, count);
    }

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
