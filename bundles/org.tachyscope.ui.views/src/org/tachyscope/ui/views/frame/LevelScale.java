package org.tachyscope.ui.views.frame;

import java.util.Locale;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.ui.api.Range;

/**
 * Lays sample values out from bottom to top.
 *
 * @param low value at the bottom
 * @param high value at the top
 * @param top position of {@code high}
 * @param height points from top to bottom, at least 1
 */
record LevelScale(double low, double high, int top, int height) {

    /** Covers the values that occur and those of the present range. */
    static LevelScale of(Range axis, Range range, int top, int height) {
        return new LevelScale(
                Math.min(axis.low(), range.low()), Math.max(axis.high(), range.high()), top, Math.max(1, height));
    }

    int yOf(double value) {
        return top + (int) Math.round((high - value) / (high - low) * height);
    }

    double valueAt(int y) {
        return high - (y - top) * perPoint();
    }

    double perPoint() {
        return (high - low) / height;
    }

    /** Writes a value in few characters. */
    static String text(double value, PixelType type) {
        return switch (type) {
            case U8, U16 -> Long.toString(Math.round(value));
            case F32 -> shortened(value);
        };
    }

    private static String shortened(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        String text = String.format(Locale.ROOT, "%.3g", value);
        return text.contains("e") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
    }
}
