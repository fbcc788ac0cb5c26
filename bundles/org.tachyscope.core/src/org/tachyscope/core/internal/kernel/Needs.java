package org.tachyscope.core.internal.kernel;

import java.util.EnumSet;
import java.util.Set;
import org.tachyscope.api.fold.Moment;

/** Completes sets of moments. */
final class Needs {

    private Needs() {}

    /** Returns {@code needs} with what they come with. */
    static Set<Moment> closed(Set<Moment> needs) {
        EnumSet<Moment> all = EnumSet.noneOf(Moment.class);
        all.addAll(needs);
        if (all.contains(Moment.SUM_OF_SQUARES)) {
            all.add(Moment.SUM);
        }
        return all;
    }

    /**
     * Returns how many frames of a tile are folded into one accumulator before the next one gets the same frames: few, so
     * that they are still in the cache, or all, if one pass folds them into all accumulators.
     */
    static int groupFrames(Set<Moment> needs) {
        int passes = needs.size() - (needs.contains(Moment.SUM_OF_SQUARES) ? 1 : 0);
        return passes > 1 && needs.size() < Moment.values().length ? 24 : Integer.MAX_VALUE;
    }
}
