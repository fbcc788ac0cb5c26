package org.tachyscope.ops;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.tachyscope.api.fold.Moments;

/**
 * Knows the variances V / (n d) of integers, where V = n Σx² − (Σx)² is an integer and d the divisor.
 *
 * @param moments with sums of squares
 * @param divisor d; 0 makes variances NaN
 */
record ExactVariance(Moments.Exact moments, long divisor) {

    /** Below, n Σx² fits 63 bits even if every x is 65535: n² · 65535² &lt; 2^63. */
    private static final long SMALL = 46341;

    static ExactVariance of(Moments.Exact moments, Divisor divisor) {
        return new ExactVariance(moments, moments.frames() - divisor.less());
    }

    /** Returns the variances in float64, off by less than 2 of its ulps: V, n d and the quotient are rounded. */
    double[] near() {
        double scale = (double) moments.frames() * divisor;
        double[] variances = new double[moments.samples()];
        if (moments.frames() < SMALL) {
            small(variances, scale);
        } else {
            for (int i = 0; i < variances.length; i++) {
                variances[i] = v(i).doubleValue() / scale;
            }
        }
        return variances;
    }

    private void small(double[] variances, double scale) {
        long n = moments.frames();
        long[] sum = moments.sum();
        long[] squares = moments.sumOfSquares();
        for (int i = 0; i < variances.length; i++) {
            variances[i] = (n * squares[i] - sum[i] * sum[i]) / scale;
        }
    }

    /** Returns the standard deviations in float64, off by less than 2 of its ulps. */
    double[] nearRoots() {
        double[] roots = near();
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(roots[i]);
        }
        return roots;
    }

    private BigInteger v(int i) {
        BigInteger sum = BigInteger.valueOf(moments.sum()[i]);
        BigInteger squares = BigInteger.valueOf(moments.sumOfSquares()[i]);
        return squares.multiply(BigInteger.valueOf(moments.frames())).subtract(sum.multiply(sum));
    }

    /** Compares sample {@code i}'s variance, exactly, with {@code point}: negative if it is smaller. */
    int compare(int i, BigDecimal point) {
        return compare(i, BigDecimal.ONE, point);
    }

    /** Compares sample {@code i}'s variance times {@code factor}, exactly, with {@code point}: negative if it is smaller. */
    int compare(int i, BigDecimal factor, BigDecimal point) {
        BigDecimal there = point.multiply(BigDecimal.valueOf(moments.frames())).multiply(BigDecimal.valueOf(divisor));
        return new BigDecimal(v(i)).multiply(factor).compareTo(there);
    }
}
