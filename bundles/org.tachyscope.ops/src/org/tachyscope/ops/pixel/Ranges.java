package org.tachyscope.ops.pixel;

import java.util.Optional;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;

/** Knows the numbers that pixel types hold. */
final class Ranges {

    private Ranges() {}

    /** Returns the largest sample of an integer type; 1 for F32, whose full range is [0, 1] by convention. */
    static float most(PixelType type) {
        return switch (type) {
            case U8 -> 255;
            case U16 -> 65535;
            case F32 -> 1;
        };
    }

    /** Tells whether a sample of this type can have exactly this value. */
    static boolean holds(PixelType type, double value) {
        return switch (type) {
            case U8, U16 -> value == Math.rint(value) && value >= 0 && value <= most(type);
            case F32 -> true;
        };
    }

    /** Admits that samples of {@code input} don't fit {@code output} as they are, if they don't. */
    static Optional<Loss> narrowed(String words, PixelType input, PixelType output, long frames) {
        return output.bytes() < input.bytes()
                ? Optional.of(new Loss(Loss.Kind.CONVERTED, frames, words + ": " + input + " to " + output))
                : Optional.empty();
    }

    /**
     * Checks that low is less than high.
     *
     * @throws IllegalArgumentException with the numbers, if not
     */
    static void check(String what, double low, double high) {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    what + " needs low < high, got " + Words.number(low) + " and " + Words.number(high));
        }
    }
}
