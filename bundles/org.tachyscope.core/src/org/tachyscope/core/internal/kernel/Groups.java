package org.tachyscope.core.internal.kernel;

import java.util.Set;
import org.tachyscope.api.fold.Moment;

/** Holds what the moments of all pixel types share. */
final class Groups {

    private Groups() {}

    /**
     * Returns how many frames of a tile are folded into one accumulator before the next one gets the same frames: few, so
     * that they are still in the first cache, or all, if there is only one accumulator.
     */
    static int frames(Set<Moment> needs) {
        int passes = needs.size() - (needs.contains(Moment.SUM_OF_SQUARES) ? 1 : 0);
        return passes > 1 ? 12 : Integer.MAX_VALUE;
    }

    /** Turns Σd and Σd² of d = x − pivot into Σx and Σx² = Σd² + 2 pivot Σd + pivot² n. */
    static void unshift(long[] sum, long[] squares, int samples, long frames, long pivot) {
        long all = frames * pivot;
        long allSquares = all * pivot;
        for (int i = 0; i < samples; i++) {
            squares[i] += 2 * pivot * sum[i] + allSquares;
            sum[i] += all;
        }
    }
}
