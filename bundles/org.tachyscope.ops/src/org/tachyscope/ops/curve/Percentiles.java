package org.tachyscope.ops.curve;

import java.util.Arrays;

/** Finds percentiles by linear interpolation between order statistics, numpy's default. */
final class Percentiles {

    private Percentiles() {}

    /** Knows the values in order. */
    @FunctionalInterface
    interface Ordered {
        /** Returns the value of rank {@code i}, 0 being the smallest. */
        double get(int i);
    }

    /** Returns a percentile of {@code count} values; NaN of none. */
    static double of(Ordered values, int count, double percent) {
        if (count == 0) {
            return Double.NaN;
        }
        double rank = (count - 1) * (percent / 100);
        int below = (int) rank;
        double a = values.get(below);
        double b = values.get(Math.min(below + 1, count - 1));
        double share = rank - below;
        if (share == 0 || a == b) {
            return a;
        }
        return share < 0.5 ? a + (b - a) * share : b - (b - a) * (1 - share);
    }

    /** Returns a percentile of the first {@code count} values, which are in order, NaN last; NaN if there is one. */
    static double ofSorted(double[] values, int count, double percent) {
        return count > 0 && Double.isNaN(values[count - 1]) ? Double.NaN : of(i -> values[i], count, percent);
    }

    /** Returns a percentile of the first {@code count} values, which are in order, NaN last; NaN if there is one. */
    static double ofSorted(float[] values, int count, double percent) {
        return count > 0 && Float.isNaN(values[count - 1]) ? Double.NaN : of(i -> values[i], count, percent);
    }

    /** Turns counts of values 0, 1, 2 … into numbers of values up to each, in place. */
    static void cumulate(int[] counts) {
        Arrays.parallelPrefix(counts, Integer::sum);
    }

    /** Returns a percentile of values 0, 1, 2 … of which {@code upTo} counts those up to each. */
    static double ofCounts(int[] upTo, double percent) {
        return of(rank -> valueOf(upTo, rank), upTo[upTo.length - 1], percent);
    }

    private static int valueOf(int[] upTo, int rank) {
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
