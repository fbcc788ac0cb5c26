package org.tachyscope.ops.curve;

/**
 * Adds up in twice the digits of float64: each number is the unevaluated sum of two (Dekker 1971, Knuth's TwoSum), so that the
 * order of terms practically never shows in the result. Infinities and NaN go their usual way.
 */
final class Pairs {

    private final double[] high;
    private final double[] low;

    /** Starts with so many zeros. */
    Pairs(int count) {
        high = new double[count];
        low = new double[count];
    }

    void add(int i, double x) {
        double before = high[i];
        double after = before + x;
        high[i] = after;
        if (Double.isFinite(after)) {
            double part = after - before;
            low[i] += before - (after - part) + (x - part);
        }
    }

    /** Adds x² / n. */
    void addSquare(int i, double x, double n) {
        double square = x * x;
        double error = Math.fma(x, x, -square);
        double quotient = square / n;
        add(i, quotient);
        add(i, (Math.fma(-quotient, n, square) + error) / n);
    }

    /** Adds those of {@code other} to the numbers from {@code first} on. */
    void merge(Pairs other, int first) {
        for (int i = 0; i < other.high.length; i++) {
            add(first + i, other.high[i]);
            add(first + i, other.low[i]);
        }
    }

    double get(int i) {
        return high[i] + low[i];
    }

    /** Returns number {@code i} less s² / n, where s is one of {@code sums}. */
    double lessSquare(int i, Pairs sums, double n) {
        Pairs rest = new Pairs(1);
        rest.add(0, high[i]);
        rest.add(0, low[i]);
        Pairs square = new Pairs(1);
        square.addSquare(0, sums.high[i], n);
        square.add(0, (2 * sums.high[i] + sums.low[i]) * sums.low[i] / n);
        rest.add(0, -square.high[0]);
        rest.add(0, -square.low[0]);
        return rest.get(0);
    }
}
