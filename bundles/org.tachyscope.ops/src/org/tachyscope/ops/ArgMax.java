package org.tachyscope.ops;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;

/**
 * Finds the frame in which every sample is largest, the first of several: its index, as F32. −0 and 0 are the same. At most
 * 2^24 frames.
 */
@Component
@Contribution(id = "argmax", label = "Frame of the maximum", group = "Extremes")
public final class ArgMax implements Reduction<NanParams> {

    @Override
    public NanParams defaults() {
        return NanParams.PROPAGATE;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, NanParams params) {
        Rows.checkIndices(shape, "argmax");
        return FirstExtreme.fold(Keys.Order.FALLING, params.nan());
    }

    @Override
    public String unit(String sampleUnit, NanParams params) {
        return "frames";
    }
}
