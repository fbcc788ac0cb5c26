package org.tachyscope.ops;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;

/** Counts, for every sample, the frames in which it is NaN, as F32; exact up to 2^24. U8 and U16 have none. */
@Component
@Contribution(id = "count-nan", label = "Count of NaN", group = "Counting")
public final class CountNan implements Reduction<CountNan.Params> {

    /** Leaves nothing to choose. */
    public record Params() {}

    @Override
    public Params defaults() {
        return new Params();
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params) {
        Rows.checkIndices(shape, "count-nan");
        return new Fold.OfBlocks<>(Fold.Split.ROWS_AND_TIME, window -> new CountFrom(window, Keys.TOP, Keys.TOP));
    }

    @Override
    public String unit(String sampleUnit, Params params) {
        return "frames";
    }
}
