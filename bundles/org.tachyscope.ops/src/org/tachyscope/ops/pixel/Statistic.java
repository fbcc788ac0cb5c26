package org.tachyscope.ops.pixel;

import java.util.Locale;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.ops.Max;
import org.tachyscope.ops.Mean;
import org.tachyscope.ops.Median;
import org.tachyscope.ops.Min;
import org.tachyscope.ops.Std;

/** Names what frames are reduced to for a reference. */
enum Statistic {
    MEAN(new Mean()),
    MIN(new Min()),
    MAX(new Max()),
    STD(new Std()),
    MEDIAN(new Median());

    private final Reduction<?> reduction;

    Statistic(Reduction<?> reduction) {
        this.reduction = reduction;
    }

    Fold fold(Stack stack) {
        return fold(reduction, stack);
    }

    private static <P extends Record> Fold fold(Reduction<P> reduction, Stack stack) {
        return reduction.fold(stack, reduction.defaults());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
