package org.tachyscope.ops.curve;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Param;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Roi;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.NanRule;

/**
 * Averages a rectangle of every frame: a curve over the frame index, one quantity a channel.
 *
 * <p>U8 and U16: the exact sum over the number of pixels, correctly rounded to float64. F32: float64 sums of
 * pieces of rows, added up in twice the digits. NaN where
 * a value of the rectangle is NaN.
 */
@Component(service = Reduction.class)
@Contribution(id = "roi-mean", label = "ROI mean", group = "Curves")
public final class RoiMean implements InSampleUnit<RoiMean.Params> {

    private static final Statistic MEAN = Statistic.parse("mean");

    /** Places the rectangle. */
    public record Params(@Param(label = "ROI") Box box) {}

    @Override
    public Params defaults() {
        return new Params(new Box(0, 0, 1, 1));
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params, String unit) {
        Box box = params.box().checkInside(shape);
        var plans = Meter.plans(Roi.Rectangle.of(box), List.of(MEAN), NanRule.PROPAGATE, shape, type);
        var quantities = List.of(new RoiCurves.Quantity("mean of " + box, unit, MEAN, 0));
        return new Fold.OfBlocks<>(Fold.Split.FRAMES, window -> new RoiCurves(plans, quantities, window));
    }
}
