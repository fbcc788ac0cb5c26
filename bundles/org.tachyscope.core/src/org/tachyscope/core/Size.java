package org.tachyscope.core;

import java.util.Locale;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Table;

/** Counts, estimates and prints bytes. */
public final class Size {

    private static final int DIGITS = 20;

    private Size() {}

    /** Returns how many bytes the samples of a stack take, packed. */
    public static long of(Shape shape, PixelType type) {
        return shape.samples() * type.bytes();
    }

    /** Returns about how many bytes {@code content} takes in a file. */
    public static long estimate(Content content) {
        return switch (content) {
            case Stack stack -> of(stack.shape(), stack.type());
            case Frame frame -> frame.pixels().byteSize();
            case Curve curve -> (long) curve.x().size() * (1 + curve.y().size()) * DIGITS;
            case Table table ->
                table.columns().stream()
                        .mapToLong(column -> (long) column.size() * DIGITS)
                        .sum();
        };
    }

    /** Returns a number of bytes as a person reads it, in three digits of decimal units: {@code 4.20 MB}. */
    public static String text(long bytes) {
        String[] units = {"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        String digits = unit == 0 || value >= 99.5 ? "%.0f" : value >= 9.95 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, digits, value).replaceAll("\\.0+$", "") + " " + units[unit];
    }
}
