package org.tachyscope.export;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/**
 * Holds the ends of an axis.
 *
 * @param min finite
 * @param max finite, larger than {@code min}
 */
record AxisRange(double min, double max) {

    /** Drawing computes with differences and must not overflow. */
    private static final double LARGEST = 1e300;

    /** Below this share of the values themselves, differences are rounding errors. */
    private static final double FINEST = 1e-9;

    /** Tells whether a value can be drawn. */
    static boolean drawable(double value) {
        return Math.abs(value) <= LARGEST;
    }

    /**
     * Returns a range around what can be drawn of {@code values}, which is 0 … 1 without any.
     *
     * @param margin share of the range that is added at both ends
     */
    static AxisRange around(DoubleStream values, double margin) {
        DoubleSummaryStatistics drawn = values.filter(AxisRange::drawable).summaryStatistics();
        if (drawn.getCount() == 0) {
            return new AxisRange(0, 1);
        }
        double min = drawn.getMin();
        double max = drawn.getMax();
        double size = Math.max(Math.abs(min), Math.abs(max));
        double narrow = size == 0 ? 1 : size;
        double extra = max - min > size * FINEST ? (max - min) * margin : narrow * 0.05;
        return new AxisRange(min - extra, max + extra);
    }

    /** Returns the pattern of the numbers beside the ticks: plain, or with an exponent where that is shorter. */
    String pattern() {
        double size = Math.max(Math.abs(min), Math.abs(max));
        return size >= 1e-4 && size < 1e7 ? "0.##########" : "0.######E0";
    }
}
