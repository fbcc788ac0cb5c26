package org.tachyscope.ops;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Param;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;

/**
 * Counts, for every sample, the frames in which it is saturated, as F32; exact up to 2^24. Saturated is what has reached a
 * threshold, or the largest value of the pixel type if the threshold is larger: 255, 65535, infinity. NaN isn't saturated.
 */
@Component
@Contribution(id = "count-saturated", label = "Count of saturated", group = "Counting")
public final class CountSaturated implements Reduction<CountSaturated.Params> {

    /** Sets the threshold. */
    public record Params(
            @Param(
                    label = "Threshold",
                    help = "A sample counts if it is this or greater; Infinity stands for 255 of U8 and 65535 of U16.")
            double threshold) {}

    @Override
    public Params defaults() {
        return new Params(Double.POSITIVE_INFINITY);
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params) {
        Rows.checkIndices(shape, "count-saturated");
        if (Double.isNaN(params.threshold())) {
            throw new IllegalArgumentException("the threshold must be a number, got NaN");
        }
        int limit = Keys.from(type, Math.min(params.threshold(), largest(type)));
        return new Fold.OfBlocks<>(Fold.Split.ROWS_AND_TIME, window -> new CountFrom(window, limit, Keys.BOTTOM));
    }

    private static double largest(PixelType type) {
        return switch (type) {
            case U8 -> 255;
            case U16 -> 65_535;
            case F32 -> Double.POSITIVE_INFINITY;
        };
    }

    @Override
    public String unit(String sampleUnit, Params params) {
        return "frames";
    }
}
