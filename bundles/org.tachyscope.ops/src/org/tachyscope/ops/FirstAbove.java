package org.tachyscope.ops;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;

/**
 * Finds the first frame in which every sample exceeds a threshold, as F32: its index, or its time in seconds since frame 0,
 * rounded to F32. NaN where that is no frame. NaN exceeds nothing. At most 2^24 frames.
 */
@Component
@Contribution(id = "first-above", label = "First frame above a threshold", group = "Time of arrival")
public final class FirstAbove implements Reduction<ArrivalParams> {

    @Override
    public ArrivalParams defaults() {
        return ArrivalParams.DEFAULTS;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, ArrivalParams params) {
        return params.fold(Arrival.End.FIRST, shape, type);
    }

    @Override
    public Fold fold(Stack stack, ArrivalParams params) {
        return params.fold(Arrival.End.FIRST, stack);
    }

    @Override
    public String unit(String sampleUnit, ArrivalParams params) {
        return params.resultUnit();
    }
}
