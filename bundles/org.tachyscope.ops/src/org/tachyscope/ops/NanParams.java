package org.tachyscope.ops;

import org.tachyscope.api.Param;
import org.tachyscope.api.fold.NanRule;

/**
 * Leaves to choose what NaN does.
 *
 * @param nan makes no difference for U8 and U16
 */
public record NanParams(
        @Param(label = "NaN", help = NanParams.HELP) NanRule nan) {

    static final String HELP =
            "Propagate makes the result NaN; ignore makes it that of the other values, NaN if there are none.";

    /** Propagates NaN, which is the faster choice. */
    static final NanParams PROPAGATE = new NanParams(NanRule.PROPAGATE);
}
