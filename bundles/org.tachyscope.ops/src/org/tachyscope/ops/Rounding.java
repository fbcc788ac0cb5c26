package org.tachyscope.ops;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Rounds numbers correctly to float32 that are known in float64 to 2^−49, which is 16 of its ulps.
 *
 * <p>Rounding a little less and a little more gives the same float32 for nearly every number; where it doesn't, once in some
 * ten million, the exact number is compared with the point between the two.
 */
final class Rounding {

    private static final double LESS = 1 - 0x1p-49;
    private static final double MORE = 1 + 0x1p-49;

    private Rounding() {}

    /** Knows the exact numbers. */
    @FunctionalInterface
    interface Exact {
        /** Compares number {@code i} with a positive {@code point}: negative if it is smaller. */
        int compare(int i, BigDecimal point);
    }

    /**
     * Writes every number of {@code near}, rounded.
     *
     * @param near not negative, or NaN, which stays NaN
     */
    static void write(double[] near, Exact exact, MemorySegment out) {
        float[] low = new float[near.length];
        float[] high = new float[near.length];
        for (int i = 0; i < near.length; i++) {
            low[i] = (float) (near[i] * LESS);
            high[i] = (float) (near[i] * MORE);
        }
        for (int i = next(low, high, 0); i >= 0; i = next(low, high, i + 1)) {
            low[i] = decided(low[i], high[i], exact, i);
        }
        Floats.write(low, out);
    }

    private static int next(float[] low, float[] high, int from) {
        int index = Arrays.mismatch(low, from, low.length, high, from, high.length);
        return index < 0 ? -1 : from + index;
    }

    private static float decided(float low, float high, Exact exact, int i) {
        double middle = ((double) low + high) / 2;
        int side = exact.compare(i, new BigDecimal(middle));
        if (side == 0) {
            return (float) middle;
        }
        return side < 0 ? low : high;
    }
}
