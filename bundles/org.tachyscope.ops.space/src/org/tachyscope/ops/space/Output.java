package org.tachyscope.ops.space;

import org.tachyscope.api.data.PixelType;

/** Tells which pixel type an operation writes that computes in floating point. */
public enum Output {
    /** The input's type: U8 and U16 are rounded to the nearest integer, halves up, and saturate at the ends of their range. */
    KEEP,
    /** F32, not rounded to integers. */
    F32;

    /** Returns the pixel type of the result. */
    PixelType type(PixelType input) {
        return switch (this) {
            case KEEP -> input;
            case F32 -> PixelType.F32;
        };
    }
}
