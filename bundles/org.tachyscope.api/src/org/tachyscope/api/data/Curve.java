package org.tachyscope.api.data;

import java.util.List;

/**
 * Holds one or more quantities along one axis, such as a ROI's mean over time.
 *
 * @param x the axis: frame index, seconds, or a length
 * @param y the quantities, each as long as {@code x}
 */
public record Curve(Column.Numbers x, List<Column.Numbers> y) implements Result {

    /** Refuses columns of different lengths. */
    public Curve {
        y = List.copyOf(y);
        for (Column.Numbers column : y) {
            if (column.size() != x.size()) {
                throw new IllegalArgumentException(
                        column.label() + " has " + column.size() + " values, " + x.label() + " has " + x.size());
            }
        }
    }
}
