package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Merges a block of frames into the moments of those before it, some neighbouring samples at a time: copied to arrays that
 * stay in the first cache, because Java makes vector instructions of plain loops over arrays.
 */
final class MomentPiece {

    static final int SAMPLES = 512;

    private static final int INFINITY = 0x7f800000;

    private final int[] bits = new int[SAMPLES];
    private final float[] pivots = new float[SAMPLES];
    private final double[] sums = new double[SAMPLES];
    private final double[] before = new double[SAMPLES];
    private final double[] squares = new double[SAMPLES];
    private final double[] deviations = new double[SAMPLES];
    private int from;
    private int count;

    /** Takes the first frame of a tile as pivots, with 0 in place of −0 and of what isn't finite. */
    void pivots(Tile tile, MemorySegment out) {
        for (int first = 0; first < tile.samples(); first += SAMPLES) {
            int n = Math.min(SAMPLES, tile.samples() - first);
            MemorySegment.copy(tile.pixels(), JAVA_INT_UNALIGNED, tile.offset() + 4L * first, bits, 0, n);
            finite(bits);
            MemorySegment.copy(bits, 0, out, JAVA_INT, 4L * first, n);
        }
    }

    private static void finite(int[] bits) {
        for (int i = 0; i < bits.length; i++) {
            int magnitude = bits[i] & 0x7fffffff;
            int neitherZero = ~(magnitude - 1 >> 31);
            int norInfinite = (magnitude & INFINITY) - INFINITY >> 31;
            bits[i] &= neitherZero & norInfinite;
        }
    }

    /** Loads what both moments need of {@code n} samples from sample {@code first} on. */
    void load(MemorySegment pivot, MemorySegment blockSum, MemorySegment total, int first, int n) {
        from = first;
        count = n;
        MemorySegment.copy(pivot, JAVA_FLOAT, 4L * from, pivots, 0, n);
        MemorySegment.copy(pivot, JAVA_INT, 4L * from, bits, 0, n);
        MemorySegment.copy(blockSum, JAVA_DOUBLE, 8L * from, sums, 0, n);
        MemorySegment.copy(total, JAVA_DOUBLE, 8L * from, before, 0, n);
    }

    /** Adds a block of m frames to the sums. */
    void mergeSums(MemorySegment total, int m) {
        if (anyZero()) {
            for (int i = 0; i < count; i++) {
                before[i] += pivots[i] == 0 ? sums[i] : m * (double) pivots[i] + sums[i];
            }
        } else {
            for (int i = 0; i < SAMPLES; i++) {
                before[i] += m * (double) pivots[i] + sums[i];
            }
        }
        MemorySegment.copy(before, 0, total, JAVA_DOUBLE, 8L * from, count);
    }

    /** Tells whether a pivot is 0, where the sum of nothing but −0 must stay −0. */
    private boolean anyZero() {
        int zeros = 0;
        for (int i = 0; i < SAMPLES; i++) {
            zeros |= (bits[i] & 0x7fffffff) - 1;
        }
        return zeros < 0;
    }

    /** Adds a block of m frames to the squared deviations of n frames; the sums must still be without it. */
    void mergeDeviations(MemorySegment blockSquares, MemorySegment all, long n, int m) {
        MemorySegment.copy(blockSquares, JAVA_DOUBLE, 8L * from, squares, 0, count);
        if (n == 0) {
            own(m, deviations);
        } else {
            MemorySegment.copy(all, JAVA_DOUBLE, 8L * from, deviations, 0, count);
            own(m, squares);
            add(n, m);
        }
        MemorySegment.copy(deviations, 0, all, JAVA_DOUBLE, 8L * from, count);
    }

    private void own(int m, double[] out) {
        for (int i = 0; i < SAMPLES; i++) {
            out[i] = Math.max(0, squares[i] - sums[i] * sums[i] / m);
        }
    }

    private void add(double n, int m) {
        double weight = n * m / (n + m);
        for (int i = 0; i < SAMPLES; i++) {
            double apart = pivots[i] - before[i] / n + sums[i] / m;
            deviations[i] += squares[i] + apart * apart * weight;
        }
    }
}
