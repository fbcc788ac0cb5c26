package org.tachyscope.ops.space;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/**
 * Moves pixels to other places, all channels of a pixel together: pixel {@code (i, j)} of the result is pixel
 * {@code start + i · down + j · right} of the input, counted in storage order.
 *
 * @param to the result's shape
 * @param start the input's pixel that comes to the top left
 * @param down how far apart pixels lie in the input that come to lie one below the other
 * @param right how far apart pixels lie in the input that come to lie side by side
 */
record Rearrange(Shape to, PixelType type, int start, int down, int right) implements FrameByFrame.Step {

    /** Side of the tiles that are moved at a time, so that both sides of a transposed tile stay in the first-level cache. */
    private static final int TILE = 64;

    /** Moves nothing. */
    static Rearrange unmoved(Shape from, PixelType type) {
        return new Rearrange(from, type, 0, from.width(), 1);
    }

    /** Exchanges left and right. */
    static Rearrange leftRight(Shape from, PixelType type) {
        return new Rearrange(from, type, from.width() - 1, from.width(), -1);
    }

    /** Exchanges top and bottom. */
    static Rearrange topBottom(Shape from, PixelType type) {
        return new Rearrange(from, type, (from.height() - 1) * from.width(), -from.width(), 1);
    }

    /** Turns by half a turn. */
    static Rearrange halfTurn(Shape from, PixelType type) {
        return new Rearrange(from, type, from.height() * from.width() - 1, -from.width(), -1);
    }

    /** Turns by a quarter of a turn, anticlockwise as seen. */
    static Rearrange anticlockwise(Shape from, PixelType type) {
        return new Rearrange(swapped(from), type, from.width() - 1, -1, from.width());
    }

    /** Turns by a quarter of a turn, clockwise as seen. */
    static Rearrange clockwise(Shape from, PixelType type) {
        return new Rearrange(swapped(from), type, (from.height() - 1) * from.width(), 1, -from.width());
    }

    /** Exchanges rows and columns. */
    static Rearrange transposed(Shape from, PixelType type) {
        return new Rearrange(swapped(from), type, 0, 1, from.width());
    }

    private static Shape swapped(Shape from) {
        return new Shape(from.frames(), from.width(), from.height(), from.channels());
    }

    @Override
    public void compute(Frame in, MemorySegment out) {
        for (int top = 0; top < to.height(); top += TILE) {
            int bottom = Math.min(to.height(), top + TILE);
            if (right == 1) {
                copyRows(in.pixels(), out, top, bottom);
                continue;
            }
            for (int left = 0; left < to.width(); left += TILE) {
                int end = Math.min(to.width(), left + TILE);
                for (int row = top; row < bottom; row++) {
                    move(in.pixels(), out, row, left, end);
                }
            }
        }
    }

    private void copyRows(MemorySegment in, MemorySegment out, int top, int bottom) {
        long rowBytes = (long) to.samplesPerRow() * type.bytes();
        long pixelBytes = (long) to.channels() * type.bytes();
        for (int row = top; row < bottom; row++) {
            MemorySegment.copy(in, (start + (long) row * down) * pixelBytes, out, row * rowBytes, rowBytes);
        }
    }

    /** Moves a piece of one row of the result. */
    private void move(MemorySegment in, MemorySegment out, int row, int left, int end) {
        int channels = to.channels();
        long from = (start + (long) row * down + (long) left * right) * channels;
        long at = ((long) row * to.width() + left) * channels;
        long step = (long) right * channels;
        for (int c = 0; c < channels; c++) {
            Strided.copy(type, new Strided.Run(in, from + c, step), new Strided.Run(out, at + c, channels), end - left);
        }
    }
}
