package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.Set;
import org.tachyscope.api.fold.Moment;

/** Holds what the moments of several pixel types share. */
final class Shared {

    private Shared() {}

    /**
     * Returns how many frames of a tile are folded into one accumulator before the next one gets the same frames: few, so
     * that they are still in the cache, or all, if there is only one accumulator.
     */
    static int groupFrames(Set<Moment> needs) {
        int passes = needs.size() - (needs.contains(Moment.SUM_OF_SQUARES) ? 1 : 0);
        return passes > 1 ? 24 : Integer.MAX_VALUE;
    }

    /**
     * Turns Σd and Σd² of d = x − pivot into Σx = Σd + pivot n and Σx² = Σd² + 2 pivot Σd + pivot² n.
     *
     * @param sum holds Σd, gets Σx
     * @param even64 Σd² of samples 0, 2, 4 …
     * @param odd64 Σd² of samples 1, 3, 5 …
     * @param squares gets Σx²; its length is even
     */
    static void unshift(
            long[] sum,
            MemorySegment even64,
            MemorySegment odd64,
            long[] squares,
            int samples,
            long frames,
            long pivot) {
        long all = frames * pivot;
        long allSquares = all * pivot;
        for (int i = 0; i < samples; i += 2) {
            squares[i] = even64.get(JAVA_LONG, 4L * i) + 2 * pivot * sum[i] + allSquares;
            squares[i + 1] = odd64.get(JAVA_LONG, 4L * i) + 2 * pivot * sum[i + 1] + allSquares;
        }
        for (int i = 0; i < samples; i++) {
            sum[i] += all;
        }
    }
}
