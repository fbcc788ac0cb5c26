package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.tachyscope.api.fold.Moments;

/**
 * Rounds √(V / (n d)) correctly to float32, where V = n Σx² − (Σx)² is an integer.
 *
 * <p>Float64 arithmetic is off by less than 4 of its ulps (V, n d, a quotient and a root are rounded). Rounding a little less
 * and a little more gives the same float32 for nearly every sample; where it doesn't, once in some ten million, V is compared
 * exactly with the point between the two.
 */
final class ExactStd {

    /** Below, n Σx² fits 63 bits even if every x is 65535: n² · 65535² &lt; 2^63. */
    private static final long SMALL = 46341;

    private static final double LESS = 1 - 0x1p-49;
    private static final double MORE = 1 + 0x1p-49;

    private final Moments.Exact moments;
    private final long divisor;
    private final float[] low;
    private final float[] high;

    private ExactStd(Moments.Exact moments, long divisor) {
        this.moments = moments;
        this.divisor = divisor;
        low = new float[moments.samples()];
        high = new float[moments.samples()];
    }

    /** Writes the standard deviation of every sample. */
    static void write(Moments.Exact moments, long divisor, MemorySegment out) {
        ExactStd std = new ExactStd(moments, divisor);
        double[] roots = moments.frames() < SMALL ? std.small() : std.large();
        for (int i = 0; i < std.low.length; i++) {
            std.low[i] = (float) (roots[i] * LESS);
            std.high[i] = (float) (roots[i] * MORE);
        }
        std.decide();
        MemorySegment.copy(std.low, 0, out, JAVA_FLOAT_UNALIGNED, 0, std.low.length);
    }

    private double[] small() {
        long n = moments.frames();
        double scale = (double) n * divisor;
        long[] sum = moments.sum();
        long[] squares = moments.sumOfSquares();
        double[] roots = new double[low.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt((n * squares[i] - sum[i] * sum[i]) / scale);
        }
        return roots;
    }

    private double[] large() {
        double scale = (double) moments.frames() * divisor;
        double[] roots = new double[low.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(v(i).doubleValue() / scale);
        }
        return roots;
    }

    private BigInteger v(int i) {
        BigInteger sum = BigInteger.valueOf(moments.sum()[i]);
        BigInteger squares = BigInteger.valueOf(moments.sumOfSquares()[i]);
        return squares.multiply(BigInteger.valueOf(moments.frames())).subtract(sum.multiply(sum));
    }

    /** Leaves the right one in {@code low} where {@code low} and {@code high} differ. */
    private void decide() {
        int from = 0;
        for (int i = next(from); i >= 0; i = next(from)) {
            low[i] = decided(i);
            from = i + 1;
        }
    }

    private int next(int from) {
        int index = Arrays.mismatch(low, from, low.length, high, from, high.length);
        return index < 0 ? -1 : from + index;
    }

    private float decided(int i) {
        double middle = ((double) low[i] + high[i]) / 2;
        BigDecimal squared = new BigDecimal(middle).pow(2);
        BigDecimal atMiddle =
                squared.multiply(BigDecimal.valueOf(moments.frames())).multiply(BigDecimal.valueOf(divisor));
        int side = new BigDecimal(v(i)).compareTo(atMiddle);
        if (side == 0) {
            return (float) middle;
        }
        return side < 0 ? low[i] : high[i];
    }
}
