package org.tachyscope.ops;

import org.tachyscope.api.Param;
import org.tachyscope.api.fold.NanRule;

/**
 * Leaves to choose the divisor and what NaN does.
 *
 * @param divisor what the sum of squared deviations is divided by
 * @param nan makes no difference for U8 and U16
 */
public record SpreadParams(
        @Param(label = "Divisor", help = "Population divides by n, as numpy does; sample by n − 1.")
        Divisor divisor,

        @Param(label = "NaN", help = NanParams.HELP) NanRule nan) {

    /** Divides by n and propagates NaN. */
    static final SpreadParams POPULATION = new SpreadParams(Divisor.POPULATION, NanRule.PROPAGATE);
}
