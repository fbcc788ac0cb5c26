package org.tachyscope.ops;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Window;

/** Makes the frames of a window's rows, and refuses what they can't hold. */
final class Rows {

    /** Float32 holds all whole numbers up to here. */
    private static final long EXACT = 1 << 24;

    private Rows() {}

    /** Returns an F32 frame of a window's rows. */
    static Frame of(Window window, float[] samples) {
        MemorySegment pixels = Arena.ofAuto().allocate(4L * samples.length, 64);
        Floats.write(samples, pixels);
        return new Frame(window.rows(), window.stack().width(), window.stack().channels(), PixelType.F32, pixels);
    }

    /**
     * Refuses a stack whose frame indices F32 can't hold.
     *
     * @param what is found, for the refusal
     */
    static void checkIndices(Shape shape, String what) {
        if (shape.frames() > EXACT) {
            throw new IllegalArgumentException(
                    what + " counts frames in F32, which is exact up to " + EXACT + " frames, got " + shape.frames());
        }
    }
}
