package org.tachyscope.ops;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;

/**
 * Finds the last frame in which every sample exceeds a threshold, as F32: its index, or its time in seconds since frame 0,
 * rounded to F32. NaN where that is no frame. NaN exceeds nothing. At most 2^24 frames.
 */
@Component
@Contribution(id = "last-above", label = "Last frame above a threshold", group = "Time of arrival")
public final class LastAbove implements Reduction<ArrivalParams> {

    @Override
    public ArrivalParams defaults() {
        return ArrivalParams.DEFAULTS;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, ArrivalParams params) {
        return params.fold(Arrival.End.LAST, shape, type);
    }

    @Override
    public Fold fold(Stack stack, ArrivalParams params) {
        return params.fold(Arrival.End.LAST, stack);
    }

    @Override
    public String unit(String sampleUnit, ArrivalParams params) {
        return params.resultUnit();
    }
}
