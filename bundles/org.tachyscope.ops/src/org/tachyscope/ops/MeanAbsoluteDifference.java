package org.tachyscope.ops;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;

/**
 * Measures how much every sample changes from frame to frame: Σ|x(t) − x(t − 1)| / (n − 1), as F32.
 *
 * <p>U8 and U16: the correctly rounded quotient of exact integers. F32: float64 sum and quotient, rounded once; where NaN is
 * ignored, pairs that have one are left out of sum and number.
 */
@Component
@Contribution(id = "mean-abs-difference", label = "Mean absolute difference of frames", group = "Statistics")
public final class MeanAbsoluteDifference implements Reduction<NanParams> {

    @Override
    public NanParams defaults() {
        return NanParams.PROPAGATE;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, NanParams params) {
        if (shape.frames() < 2) {
            throw new IllegalArgumentException("mean absolute difference needs at least 2 frames, got 1");
        }
        return switch (type) {
            case U8, U16 -> new Fold.OfBlocks<>(Fold.Split.ROWS_AND_TIME, IntegerSteps::new);
            case F32 -> new Fold.OfBlocks<>(Fold.Split.ROWS_AND_TIME, window -> new FloatSteps(window, params.nan()));
        };
    }
}
