package org.tachyscope.ops;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Param;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;

/**
 * Averages a rectangle of every frame: a curve over the frame index, one quantity a channel.
 *
 * <p>U8 and U16: the exact sum over the number of pixels, correctly rounded to float64. F32: float64 sum row by row. NaN where
 * a value of the rectangle is NaN.
 */
@Component
@Contribution(id = "roi-mean", label = "ROI mean", group = "Curves")
public final class RoiMean implements Reduction<RoiMean.Params> {

    /** Places the rectangle. */
    public record Params(@Param(label = "ROI") Box box) {}

    @Override
    public Params defaults() {
        return new Params(new Box(0, 0, 1, 1));
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params) {
        Box box = params.box().checkInside(shape);
        return new Fold.OfBlocks<>(Fold.Split.ANY, window -> new RoiSums(box, window));
    }
}
