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
}
