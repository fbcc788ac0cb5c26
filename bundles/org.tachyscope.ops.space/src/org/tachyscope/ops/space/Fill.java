package org.tachyscope.ops.space;

import org.tachyscope.api.data.PixelType;

/** Knows which values a pixel type can be filled with. */
final class Fill {

    private Fill() {}

    /**
     * Refuses a value that {@code type} can't hold: fractions and what lies out of range for integers, nothing for F32.
     *
     * @param what names the operation
     */
    static void check(String what, PixelType type, double fill) {
        switch (type) {
            case U8 -> checkInteger(what, type, fill, 255);
            case U16 -> checkInteger(what, type, fill, 65_535);
            case F32 -> {}
        }
    }

    private static void checkInteger(String what, PixelType type, double fill, int max) {
        if (!(fill >= 0 && fill <= max && fill == Math.rint(fill))) {
            throw new IllegalArgumentException(
                    what + " of a " + type + " stack needs a whole fill value from 0 to " + max + ", got " + fill);
        }
    }
}
