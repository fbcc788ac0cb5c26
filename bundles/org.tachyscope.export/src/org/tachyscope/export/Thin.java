package org.tachyscope.export;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Thins a curve to what can be seen: of the points that share a column of the picture the first, the smallest, the largest
 * and the last stay, which draws the same line as all of them.
 */
final class Thin {

    private static final int PER_COLUMN = 4;

    private Thin() {}

    /**
     * Returns the indices of the points that stay, in order. A column in which no point can be drawn keeps its first, so
     * that a gap stays a gap.
     *
     * @param points number of points, in the order in which they are joined
     * @param y value of a point, NaN if it can't be drawn
     * @param columns columns of the picture
     */
    static int[] indices(int points, IntToDoubleFunction y, int columns) {
        if (points <= (long) PER_COLUMN * columns) {
            return IntStream.range(0, points).toArray();
        }
        int[] kept = new int[PER_COLUMN * columns];
        int count = 0;
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) points * column / columns);
            int to = (int) ((long) points * (column + 1) / columns);
            for (int index : extremes(from, to, y)) {
                if (count == 0 || index > kept[count - 1]) {
                    kept[count++] = index;
                }
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static int[] extremes(int from, int to, IntToDoubleFunction y) {
        int first = -1;
        int last = from;
        int smallest = from;
        int largest = from;
        for (int i = from; i < to; i++) {
            double value = y.applyAsDouble(i);
            if (Double.isNaN(value)) {
                continue;
            }
            if (first < 0) {
                first = i;
                smallest = i;
                largest = i;
            }
            last = i;
            smallest = value < y.applyAsDouble(smallest) ? i : smallest;
            largest = value > y.applyAsDouble(largest) ? i : largest;
        }
        int[] indices = {Math.max(first, from), smallest, largest, last};
        Arrays.sort(indices);
        return indices;
    }
}
