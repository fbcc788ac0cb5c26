package org.tachyscope.core.internal.kernel;

/**
 * Says where a percentile p lies among n sorted values: at h = (n − 1) · p / 100, computed in float64, between those of ranks
 * ⌊h⌋ and ⌊h⌋ + 1. Hyndman and Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996), definition
 * 7; numpy's method "linear".
 */
record Position(double percentile) {

    private double among(int n) {
        return (n - 1) * percentile / 100;
    }

    /** Returns how far behind the value of rank ⌊h⌋ the percentile lies: 0 ≤ g &lt; 1; NaN if there are no values. */
    double fraction(int n) {
        double h = among(n);
        return n == 0 ? Double.NaN : h - Math.floor(h);
    }

    /** Writes the rank ⌊h⌋ for each number of values. */
    void ranks(int[] numbers, int[] ranks, int count) {
        int last = 0;
        int rank = 0;
        for (int i = 0; i < count; i++) {
            if (numbers[i] != last) {
                last = numbers[i];
                rank = (int) Math.max(0, among(last));
            }
            ranks[i] = rank;
        }
    }

    /**
     * Interpolates in float64, and rounds to float32 once: a + (b − a) g, or b − (b − a) (1 − g) from g = ½ on, which is how
     * numpy does it. Where a or b is infinite, the sum of both: infinite, or NaN between −∞ and ∞.
     *
     * @param a one value
     * @param b the next one, not less
     * @param fraction 0 &lt; g &lt; 1, or NaN
     */
    static float between(double a, double b, double fraction) {
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return (float) (a + b + 0 * fraction);
        }
        double difference = b - a;
        return (float) (fraction < 0.5 ? a + difference * fraction : b - difference * (1 - fraction));
    }
}
