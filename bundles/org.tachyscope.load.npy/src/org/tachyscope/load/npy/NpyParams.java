package org.tachyscope.load.npy;

import org.tachyscope.api.Param;

/**
 * Says how to read an array.
 *
 * @param axes which axis is time, rows, columns and channels
 */
public record NpyParams(
        @Param(label = "Axes", help = "Which axis is time, rows, columns and channels; AUTO decides by the shape.")
        Axes axes) {}
