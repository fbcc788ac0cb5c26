package org.tachyscope.load.npy;

import org.tachyscope.api.Param;

/**
 * Says which array of a file to read, and how.
 *
 * @param entry name of the array, with or without {@code .npy}; empty for the first that makes a stack
 * @param axes which axis is time, rows, columns and channels
 * @param complex what a complex number becomes
 * @param values what becomes of values
 * @param scale with SCALE, the factor
 * @param offset with SCALE, what is added afterwards
 */
public record NpzParams(
        @Param(label = "Array", help = "Name of the array, such as arr_0; empty for the first one that makes a stack.")
        String entry,

        @Param(
                label = "Axes",
                help =
                        "Which axis is time (T), rows (H), columns (W) and channels (C), such as THWC or HWT; AUTO decides by"
                                + " the shape.")
        Axes axes,

        @Param(label = "Complex", help = "What a complex number becomes.")
        ComplexPart complex,

        @Param(
                label = "Values",
                help =
                        "KEEP: values stay, rounded where F32 doesn't hold them. MIN_MAX: the smallest to the largest become"
                                + " 0 to 1. SCALE: value × scale + offset.")
        Values values,

        @Param(label = "Scale", help = "With SCALE, the factor.")
        double scale,

        @Param(label = "Offset", help = "With SCALE, what is added.")
        double offset) {

    /** Says how the array is read. */
    NpyParams array() {
        return new NpyParams(axes, complex, values, scale, offset);
    }
}
