package org.tachyscope.api.fold;

import java.util.Objects;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/**
 * Marks a part of a stack: some consecutive frames, and the same rows of each.
 *
 * @param stack shape of the whole stack
 * @param type pixel type of the stack
 * @param firstFrame first frame
 * @param frames number of frames, at least 1
 * @param firstRow top row
 * @param rows number of rows, at least 1
 */
public record Window(Shape stack, PixelType type, long firstFrame, long frames, int firstRow, int rows) {

    /** Refuses a window that is empty or reaches out of the stack. */
    public Window {
        Objects.checkFromIndexSize(firstFrame, frames, stack.frames());
        Objects.checkFromIndexSize(firstRow, rows, stack.height());
        if (frames == 0 || rows == 0) {
            throw new IllegalArgumentException("empty window of " + frames + " frames and " + rows + " rows");
        }
    }

    /** Marks a whole stack. */
    public static Window all(Shape stack, PixelType type) {
        return new Window(stack, type, 0, stack.frames(), 0, stack.height());
    }

    /** Returns the same rows of other frames. */
    public Window withFrames(long first, long count) {
        return new Window(stack, type, first, count, firstRow, rows);
    }

    /** Returns other rows of the same frames. */
    public Window withRows(int first, int count) {
        return new Window(stack, type, firstFrame, frames, first, count);
    }

    /** Returns the samples of this window in one frame. */
    public int samplesPerFrame() {
        return rows * stack.samplesPerRow();
    }
}
