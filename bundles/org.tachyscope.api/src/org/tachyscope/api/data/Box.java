package org.tachyscope.api.data;

import org.tachyscope.api.Param;

/**
 * Marks a rectangle of pixels: columns {@code x … x + width − 1}, rows {@code y … y + height − 1}.
 *
 * @param x left column
 * @param y top row
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Box(
        @Param(label = "X", min = 0, unit = "px") int x,
        @Param(label = "Y", min = 0, unit = "px") int y,
        @Param(label = "Width", min = 1, unit = "px") int width,
        @Param(label = "Height", min = 1, unit = "px") int height) {

    /**
     * Returns this box if all of it lies in frames of {@code shape}.
     *
     * @throws IllegalArgumentException with the numbers, if not
     */
    public Box checkInside(Shape shape) {
        if (x < 0
                || y < 0
                || width < 1
                || height < 1
                || (long) x + width > shape.width()
                || (long) y + height > shape.height()) {
            throw new IllegalArgumentException(
                    "ROI " + this + " lies outside the frame of " + shape.width() + " × " + shape.height() + " px");
        }
        return this;
    }

    /** Returns {@code x,y width×height}. */
    @Override
    public String toString() {
        return x + "," + y + " " + width + "×" + height;
    }
}
