package org.tachyscope.ui.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import org.tachyscope.api.data.Column;

/** Bounds the numbers along one axis of a chart; {@code high} is above {@code low}. */
record Extent(double low, double high) {

    /** Spans the finite numbers of a column, or 0 … 1 if there are none; a constant gets room around it. */
    static Extent of(Column.Numbers values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.size(); i++) {
            if (Double.isFinite(values.get(i))) {
                low = Math.min(low, values.get(i));
                high = Math.max(high, values.get(i));
            }
        }
        if (low > high) {
            return new Extent(0, 1);
        }
        return low < high ? new Extent(low, high) : new Extent(low - 0.5, high + 0.5);
    }

    /** Returns what holds both. */
    Extent and(Extent other) {
        return new Extent(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Returns 0 for low, 1 for high. */
    double share(double value) {
        return (value - low) / (high - low);
    }

    /** Returns a number of this axis with four digits. */
    String text(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
