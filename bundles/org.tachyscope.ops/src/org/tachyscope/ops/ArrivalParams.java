package org.tachyscope.ops;

import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;

/**
 * Asks for a time of arrival.
 *
 * @param threshold what a sample must exceed
 * @param unit what the result counts
 */
public record ArrivalParams(
        @Param(label = "Threshold", help = "A sample counts if it is greater than this.")
        double threshold,

        @Param(label = "Unit", help = "Frames: index of the frame; seconds: its time since frame 0.")
        Unit unit) {

    /** Starts with everything but 0. */
    static final ArrivalParams DEFAULTS = new ArrivalParams(0, Unit.FRAMES);

    /** Tells what the result counts. */
    public enum Unit {
        /** The index of the frame. */
        FRAMES,
        /** Seconds since frame 0, if the stack knows the times of its frames. */
        SECONDS
    }

    /** Returns the unit of the result. */
    String resultUnit() {
        return switch (unit) {
            case FRAMES -> "frames";
            case SECONDS -> "s";
        };
    }

    /** Makes a fold that needs no times. */
    Fold fold(Arrival.End end, Shape shape, PixelType type) {
        if (unit == Unit.SECONDS) {
            throw new IllegalArgumentException("arrival in seconds needs a stack that knows the times of its frames");
        }
        Rows.checkIndices(shape, "time of arrival");
        return fold(new Arrival.Rule(end, limit(type), frame -> frame));
    }

    /** Makes the fold of a stack. */
    Fold fold(Arrival.End end, Stack stack) {
        var timing = stack.metadata().timing();
        double start = timing.seconds(0).orElse(Double.NaN);
        if (unit == Unit.FRAMES || Double.isNaN(start)) {
            return fold(end, stack.shape(), stack.type());
        }
        Rows.checkIndices(stack.shape(), "time of arrival");
        return fold(new Arrival.Rule(
                end, limit(stack.type()), frame -> timing.seconds(frame).orElse(Double.NaN) - start));
    }

    private static Fold fold(Arrival.Rule rule) {
        return new Fold.OfBlocks<>(Fold.Split.ROWS_AND_TIME, window -> new Arrival(window, rule));
    }

    private int limit(PixelType type) {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("the threshold must be a number, got NaN");
        }
        return Keys.above(type, threshold);
    }
}
