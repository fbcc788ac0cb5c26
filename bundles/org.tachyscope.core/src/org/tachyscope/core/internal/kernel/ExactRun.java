package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Brings the exact accumulators of at most {@value TileMoments#RUN} neighbouring samples together: copied to arrays that stay in
 * the first cache, because Java makes vector instructions of plain loops over arrays.
 */
final class ExactRun {

    private static final long LOW = 0xffffffffL;
    private static final int HALF = TileMoments.RUN / 2;

    private final int[] ints = new int[TileMoments.RUN];
    private final int[] evens = new int[HALF];
    private final int[] odds = new int[HALF];
    private final long[] longs = new long[TileMoments.RUN];
    private final MemorySegment pairs;

    ExactRun(Arena arena) {
        pairs = arena.allocate(8L * HALF, 64);
    }

    /**
     * Writes sums.
     *
     * @param wide 64-bit accumulators, or null memory where nothing was emptied into them yet
     * @param from the first sample in the accumulators, even
     * @param to the first sample in {@code out}
     */
    void sums(MemorySegment narrow, MemorySegment wide, int from, int count, long[] out, int to) {
        MemorySegment.copy(narrow, JAVA_INT, 4L * from, ints, 0, count);
        for (int i = 0; i < count; i++) {
            out[to + i] = ints[i] & LOW;
        }
        if (!wide.equals(MemorySegment.NULL)) {
            MemorySegment.copy(wide, JAVA_LONG, 8L * from, longs, 0, count);
            for (int i = 0; i < count; i++) {
                out[to + i] += longs[i];
            }
        }
    }

    /** Writes Σx² = 255 Σx − Σ x(255 − x) of samples whose second sum is held in 32 bits, even and odd ones apart. */
    void squaresU8(MemorySegment even32, MemorySegment odd32, int from, int count, long[] sum, long[] out, int to) {
        int half = (count + 1) / 2;
        MemorySegment.copy(even32, JAVA_INT, 2L * from, evens, 0, half);
        MemorySegment.copy(odd32, JAVA_INT, 2L * from, odds, 0, half);
        for (int i = 0; i < half; i++) {
            longs[i] = evens[i] & LOW | (long) odds[i] << 32;
        }
        MemorySegment.copy(longs, 0, pairs, JAVA_LONG, 0, half);
        MemorySegment.copy(pairs, JAVA_INT, 0, ints, 0, 2 * half);
        for (int i = 0; i < count; i++) {
            out[to + i] = 255 * sum[to + i] - (ints[i] & LOW);
        }
    }

    /** Writes Σx² = 65535 Σx − Σ x(65535 − x) without its second sum. */
    static void squaresU16(int count, long[] sum, long[] out, int to) {
        for (int i = 0; i < count; i++) {
            out[to + i] = 65535 * sum[to + i];
        }
    }

    /** Takes away second sums that are held in 64 bits, those of even and odd samples apart. */
    void less(MemorySegment even64, MemorySegment odd64, int from, int count, long[] out, int to) {
        lessSecond(even64, from, (count + 1) / 2, out, to);
        lessSecond(odd64, from, count / 2, out, to + 1);
    }

    private void lessSecond(MemorySegment wide, int from, int count, long[] out, int to) {
        MemorySegment.copy(wide, JAVA_LONG, 4L * from, longs, 0, count);
        for (int i = 0; i < count; i++) {
            out[to + 2 * i] -= longs[i];
        }
    }
}
