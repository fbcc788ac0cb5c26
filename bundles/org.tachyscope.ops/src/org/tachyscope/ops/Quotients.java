package org.tachyscope.ops;

/** Divides sums. */
final class Quotients {

    private Quotients() {}

    /**
     * Fills {@code row} with sum / n of integers, correctly rounded to float32 if n &lt; 2^29 and all sums are below 2^53.
     *
     * <p>It rounds twice, to float64 and to float32. Let the quotient q = s / n, in [2^e, 2^(e+1)), e &lt; 16. The points where
     * float32 rounding changes are the multiples k of 2^(e−24), and q = k or
     * |q − k| = |s · 2^(24−e) − k · 2^(24−e) · n| / (n · 2^(24−e)) ≥ 2^(e−24) / n, because the numerator is an integer. Rounding
     * to float64 moves q by at most 2^(e−53), which is less, so it can't reach k. With n = 1 only one of them rounds.
     */
    static void ofIntegers(long[] sums, double n, float[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) (sums[i] / n);
        }
    }

    /** Fills {@code row} with sum / n, rounded to float64 and to float32. */
    static void ofFloats(double[] sums, double[] n, float[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) (sums[i] / n[i]);
        }
    }
}
