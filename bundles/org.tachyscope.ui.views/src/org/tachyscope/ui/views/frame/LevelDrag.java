package org.tachyscope.ui.views.frame;

import org.tachyscope.api.data.PixelType;
import org.tachyscope.ui.api.Range;

/**
 * Changes a range by dragging: the end that is near the start of the drag, or both ends.
 *
 * @param scale layout of the values, kept during the drag
 * @param from the range at the start
 * @param startY where the drag started
 * @param part what is dragged
 */
record LevelDrag(LevelScale scale, Range from, int startY, Part part) {

    private static final int NEAR = 9;

    /** Names what is dragged. */
    enum Part {
        LOW,
        HIGH,
        BOTH
    }

    static LevelDrag start(LevelScale scale, Range range, int y) {
        int toLow = Math.abs(scale.yOf(range.low()) - y);
        int toHigh = Math.abs(scale.yOf(range.high()) - y);
        boolean inside = y > scale.yOf(range.high()) && y < scale.yOf(range.low());
        Part nearer = toHigh <= toLow ? Part.HIGH : Part.LOW;
        boolean near = Math.min(toLow, toHigh) <= NEAR || !inside;
        return new LevelDrag(scale, range, y, near ? nearer : Part.BOTH);
    }

    /** Returns the range when the pointer is at {@code y}. Integer types get integer ends. */
    Range to(int y, PixelType type) {
        double moved = (startY - y) * scale.perPoint();
        double gap = gap(type);
        return switch (part) {
            case LOW -> new Range(Math.min(rounded(from.low() + moved, type), from.high() - gap), from.high());
            case HIGH -> new Range(from.low(), Math.max(rounded(from.high() + moved, type), from.low() + gap));
            case BOTH ->
                new Range(
                        rounded(from.low() + moved, type),
                        rounded(from.low() + moved, type) + from.high() - from.low());
        };
    }

    private double gap(PixelType type) {
        return switch (type) {
            case U8, U16 -> 1;
            case F32 -> scale.perPoint() / 4;
        };
    }

    private static double rounded(double value, PixelType type) {
        return switch (type) {
            case U8, U16 -> Math.rint(value);
            case F32 -> value;
        };
    }
}
