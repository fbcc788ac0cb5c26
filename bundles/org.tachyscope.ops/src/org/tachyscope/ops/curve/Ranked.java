package org.tachyscope.ops.curve;

import java.util.Arrays;

/**
 * Measures values in float64; a NaN among them makes everything NaN.
 *
 * @param values in order, NaN last
 */
record Ranked(double[] values) {

    /** Sorts {@code values} in place. */
    static Ranked of(double[] values) {
        Arrays.sort(values);
        return new Ranked(values);
    }

    double measured(Statistic statistic) {
        int n = values.length;
        return switch (statistic.kind()) {
            case MEAN -> mean();
            case STD -> std(n);
            case SAMPLE_STD -> std(n - 1);
            case MIN -> Percentiles.ofSorted(values, n, 0);
            case MAX -> Percentiles.ofSorted(values, n, 100);
            case PERCENTILE -> Percentiles.ofSorted(values, n, statistic.percent());
        };
    }

    private double mean() {
        Pairs sum = new Pairs(1);
        for (double value : values) {
            sum.add(0, value);
        }
        return sum.get(0) / values.length;
    }

    private double std(double divisor) {
        double mean = mean();
        Pairs squares = new Pairs(1);
        for (double value : values) {
            squares.add(0, (value - mean) * (value - mean));
        }
        return Math.sqrt(squares.get(0) / divisor);
    }
}
