package org.tachyscope.ops.curve;

import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Shape;

/**
 * Marks a band of rows or columns.
 *
 * @param axis what profiles of the band run along
 * @param first first row, or column, of the band
 * @param end the one behind the last, greater than {@code first}
 * @param shape shape of the stack
 */
record Band(Axis axis, int first, int end, Shape shape) {

    /** Returns the rows, or columns, {@code at − half … at + half}, clipped to the frame. */
    static Band around(Axis axis, int at, int half, Shape shape) {
        int all = across(axis, shape);
        if (at >= all) {
            throw new IllegalArgumentException("the frame has " + all + " " + across(axis) + ", got "
                    + across(axis).substring(0, across(axis).length() - 1) + " " + at);
        }
        int end = (int) Math.min(all, (long) at + half + 1);
        return new Band(axis, Math.max(0, at - half), end, shape);
    }

    /** Returns all rows, or columns. */
    static Band all(Axis axis, Shape shape) {
        return new Band(axis, 0, across(axis, shape), shape);
    }

    private static String across(Axis axis) {
        return switch (axis) {
            case COLUMNS -> "rows";
            case ROWS -> "columns";
        };
    }

    private static int across(Axis axis, Shape shape) {
        return switch (axis) {
            case COLUMNS -> shape.height();
            case ROWS -> shape.width();
        };
    }

    /** Returns the number of rows or columns in the band. */
    int width() {
        return end - first;
    }

    /** Returns the number of values of a profile: columns for a band of rows. */
    int positions() {
        return switch (axis) {
            case COLUMNS -> shape.width();
            case ROWS -> shape.height();
        };
    }

    /** Returns the number of values of the profiles of all channels. */
    int slots() {
        return positions() * shape.channels();
    }

    /** Returns the first row of the frame that the band touches. */
    int top() {
        return axis == Axis.COLUMNS ? first : 0;
    }

    /** Returns the row behind the last that the band touches. */
    int bottom() {
        return axis == Axis.COLUMNS ? end : shape.height();
    }

    /** Returns the first sample of a row that lies in the band. */
    int left() {
        return axis == Axis.COLUMNS ? 0 : first * shape.channels();
    }

    /** Returns how many samples of a row lie in the band. */
    int samples() {
        return axis == Axis.COLUMNS ? shape.samplesPerRow() : width() * shape.channels();
    }

    /** Returns where the value at {@code i} of a row's samples in the band belongs: position times channels, plus channel. */
    int slot(int row, int i) {
        return axis == Axis.COLUMNS ? i : row * shape.channels() + i % shape.channels();
    }

    /** Returns such as {@code row 5}, {@code rows 3 … 7} or {@code all rows}. */
    String words() {
        String name = across(axis);
        if (width() == across(axis, shape) && width() > 1) {
            return "all " + name;
        }
        return width() == 1
                ? name.substring(0, name.length() - 1) + " " + first
                : name + " " + first + " … " + (end - 1);
    }

    /**
     * Makes a curve over the positions.
     *
     * @param labels of the quantities
     * @param values one array of {@link #slots()} a quantity
     */
    Curve curve(List<String> labels, String unit, List<double[]> values) {
        double[] index = new double[positions()];
        for (int i = 0; i < index.length; i++) {
            index[i] = i;
        }
        List<Column.Numbers> columns = new ArrayList<>();
        for (int c = 0; c < shape.channels(); c++) {
            for (int q = 0; q < labels.size(); q++) {
                String label = shape.channels() == 1 ? labels.get(q) : labels.get(q) + ", channel " + c;
                columns.add(new Column.Numbers(label, unit, channel(values.get(q), c)));
            }
        }
        return new Curve(new Column.Numbers(axis == Axis.COLUMNS ? "column" : "row", "px", index), columns);
    }

    private double[] channel(double[] values, int channel) {
        double[] own = new double[positions()];
        for (int i = 0; i < own.length; i++) {
            own[i] = values[i * shape.channels() + channel];
        }
        return own;
    }
}
