package org.tachyscope.load.cache;

import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/**
 * Says where things lie in the files of an entry.
 *
 * <pre>
 *   pixels   frame 0 │ frame 1 │ …                                     as in memory
 *   levels   ½ of frame 0 │ ½ of frame 1 │ … ║ ¼ of frame 0 │ ¼ of …   each level is a stack
 *   index    header │ a record a frame │ checksum                      see {@link Index}
 * </pre>
 *
 * @param shape the stack; it may turn out to have fewer frames, which leaves gaps between the levels
 */
record Layout(Shape shape, PixelType type) {

    /** Bounds the longer side of the smallest copy. */
    private static final int SMALLEST = 64;

    private static final int ALIGNMENT = 64;

    /** Returns the bytes of one frame. */
    long frameBytes() {
        return bytes(shape);
    }

    /** Returns the bytes of all frames. */
    long pixelBytes() {
        return Math.multiplyExact(frameBytes(), shape.frames());
    }

    /** Returns the shapes of the smaller copies, each half of the one before. */
    List<Shape> levels() {
        List<Shape> levels = new ArrayList<>();
        Shape last = shape;
        while (Math.max(last.height(), last.width()) > SMALLEST) {
            last = new Shape(last.frames(), (last.height() + 1) / 2, (last.width() + 1) / 2, last.channels());
            levels.add(last);
        }
        return levels;
    }

    /** Returns where each smaller copy begins, and behind the last one where it ends. */
    List<Long> offsets() {
        List<Long> offsets = new ArrayList<>();
        long at = 0;
        for (Shape level : levels()) {
            offsets.add(at);
            at += (bytes(level) * level.frames() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
        offsets.add(at);
        return offsets;
    }

    /** Returns the bytes of all smaller copies. */
    long levelBytes() {
        return offsets().getLast();
    }

    /** Returns the bytes of one frame of the stack or of a smaller copy. */
    long bytes(Shape of) {
        return (long) of.samplesPerFrame() * type.bytes();
    }

    /** Returns about how many bytes all files take. */
    long allBytes() {
        return Math.addExact(pixelBytes(), levelBytes() + shape.frames() * Records.BYTES);
    }
}
