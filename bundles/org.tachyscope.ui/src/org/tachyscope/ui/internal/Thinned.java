package org.tachyscope.ui.internal;

import java.util.Arrays;
import org.tachyscope.api.data.Column;

/** Thins a curve to the pixels that it covers, and keeps every peak: the smallest and the largest value of each run. */
final class Thinned {

    private Thinned() {}

    /** Returns x0, y0, x1, y1 … of at most {@code 2 × pixels} points, without those that aren't finite. */
    static double[] of(Column.Numbers x, Column.Numbers y, int pixels) {
        int runs = Math.min(pixels, y.size());
        double[] points = new double[4 * runs];
        int used = 0;
        for (int run = 0; run < runs; run++) {
            int from = (int) ((long) run * y.size() / runs);
            int to = (int) ((long) (run + 1) * y.size() / runs);
            int low = extreme(y, from, to, 1);
            int high = extreme(y, from, to, -1);
            if (low >= 0) {
                used = put(points, used, x, y, Math.min(low, high));
                used = low == high ? used : put(points, used, x, y, Math.max(low, high));
            }
        }
        return Arrays.copyOf(points, used);
    }

    private static int put(double[] points, int used, Column.Numbers x, Column.Numbers y, int index) {
        points[used] = x.get(index);
        points[used + 1] = y.get(index);
        return used + 2;
    }

    /** Returns the index of the smallest value times {@code sign}, or -1 if none is finite. */
    private static int extreme(Column.Numbers y, int from, int to, int sign) {
        int best = -1;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(y.get(i)) && (best < 0 || sign * y.get(i) < sign * y.get(best))) {
                best = i;
            }
        }
        return best;
    }
}
