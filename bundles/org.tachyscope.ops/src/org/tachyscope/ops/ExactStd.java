package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.tachyscope.api.fold.Moments;

/**
 * Rounds √(V / (n d)) correctly to float32, where V = n Σx² − (Σx)² is an integer.
 *
 * <p>Float64 arithmetic is off by less than 4 of its ulps (V and n d rounded to float64, a quotient and a root). Only where
 * that could decide between two float32 values, once in some ten million, is V compared exactly with the point in the middle.
 */
final class ExactStd {

    /** Below, n Σx² fits 63 bits even if every x is 65535: n² · 65535² &lt; 2^63. */
    private static final long SMALL = 46341;

    /** The bits of a float64 that a float32 lacks, and their value in the middle between two float32. */
    private static final long REST = (1L << 29) - 1;

    private static final long MIDDLE = 1L << 28;
    private static final long DOUBT = 8;

    private ExactStd() {}

    static void write(Moments.Exact moments, long divisor, MemorySegment out) {
        double scale = (double) moments.frames() * divisor;
        boolean doubt = moments.frames() < SMALL ? small(moments, scale, out) : large(moments, scale, out);
        if (doubt) {
            decide(moments, divisor, out);
        }
    }

    private static boolean small(Moments.Exact moments, double scale, MemorySegment out) {
        long n = moments.frames();
        long[] sum = moments.sum();
        long[] squares = moments.sumOfSquares();
        int doubts = 0;
        for (int i = 0; i < moments.samples(); i++) {
            double root = Math.sqrt((n * squares[i] - sum[i] * sum[i]) / scale);
            doubts += inDoubt(root) ? 1 : 0;
            out.set(JAVA_FLOAT_UNALIGNED, 4L * i, (float) root);
        }
        return doubts > 0;
    }

    private static boolean large(Moments.Exact moments, double scale, MemorySegment out) {
        boolean doubt = false;
        for (int i = 0; i < moments.samples(); i++) {
            double root = Math.sqrt(wide(moments, i) / scale);
            doubt |= inDoubt(root);
            out.set(JAVA_FLOAT_UNALIGNED, 4L * i, (float) root);
        }
        return doubt;
    }

    /** Returns V, rounded twice from its 128 bits. */
    private static double wide(Moments.Exact moments, int i) {
        long n = moments.frames();
        long squares = moments.sumOfSquares()[i];
        long sum = moments.sum()[i];
        long low = n * squares - sum * sum;
        long borrow = Long.compareUnsigned(n * squares, sum * sum) < 0 ? 1 : 0;
        long high = Math.multiplyHigh(n, squares) - Math.multiplyHigh(sum, sum) - borrow;
        double unsignedLow = (low >>> 1) * 2.0 + (low & 1);
        return high * 0x1p64 + unsignedLow;
    }

    private static boolean inDoubt(double root) {
        return Math.abs((Double.doubleToRawLongBits(root) & REST) - MIDDLE) <= DOUBT;
    }

    private static void decide(Moments.Exact moments, long divisor, MemorySegment out) {
        double scale = (double) moments.frames() * divisor;
        for (int i = 0; i < moments.samples(); i++) {
            double root = Math.sqrt(wide(moments, i) / scale);
            if (inDoubt(root)) {
                out.set(JAVA_FLOAT_UNALIGNED, 4L * i, decided(moments, i, divisor, root));
            }
        }
    }

    private static float decided(Moments.Exact moments, int i, long divisor, double root) {
        double middle = Double.longBitsToDouble(Double.doubleToRawLongBits(root) & ~REST | MIDDLE);
        BigInteger n = BigInteger.valueOf(moments.frames());
        BigInteger sum = BigInteger.valueOf(moments.sum()[i]);
        BigInteger v = n.multiply(BigInteger.valueOf(moments.sumOfSquares()[i])).subtract(sum.multiply(sum));
        BigDecimal atMiddle =
                new BigDecimal(middle).pow(2).multiply(new BigDecimal(n)).multiply(BigDecimal.valueOf(divisor));
        int side = new BigDecimal(v).compareTo(atMiddle);
        float even = (float) middle;
        if (side == 0) {
            return even;
        }
        boolean evenIsAbove = even > middle;
        return side > 0 ? (evenIsAbove ? even : Math.nextUp(even)) : (evenIsAbove ? Math.nextDown(even) : even);
    }
}
