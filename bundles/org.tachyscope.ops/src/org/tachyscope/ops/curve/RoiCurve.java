package org.tachyscope.ops.curve;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Param;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Roi;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.NanRule;

/**
 * Measures regions in every frame: curves over the frame index, one quantity for each region, statistic and channel.
 *
 * <p>The values of an area are its pixels, those of a path its samples. U8 and U16: mean from exact integers, correctly rounded;
 * std within 1 ulp; F32: sums, in twice the digits of float64, of float64 sums of columns, rows or pieces of rows. Percentiles are exact; a
 * frame's area of U16 or F32 is copied and sorted for them (4 bytes a pixel and thread). The pixels of regions are read once
 * more if there are other reductions in the pass.
 */
@Component(service = Reduction.class)
@Contribution(id = "roi-curve", label = "ROI curves", group = "Curves")
public final class RoiCurve implements InSampleUnit<RoiCurve.Params> {

    /**
     * Says where and what is measured.
     *
     * @param rois at least one
     * @param statistics at least one
     * @param nan what NaN among the values does
     */
    public record Params(
            @Param(
                    label = "ROIs",
                    help = "Regions such as rect x,y,width,height; ellipse x,y,width,height; polygon x,y x,y x,y;"
                            + " polyline x,y x,y band 3; line x,y x,y; point x,y.")
            List<Roi> rois,

            @Param(
                    label = "Statistics",
                    help = "Of mean, median, min, max, std, sample-std and percentiles such as p95.")
            List<Statistic> statistics,

            @Param(label = "NaN", help = "Propagate: one NaN makes the result NaN. Ignore: the other values count.")
            NanRule nan) {}

    @Override
    public Params defaults() {
        return new Params(List.of(new Roi.Rectangle(0, 0, 1, 1)), List.of(Statistic.parse("mean")), NanRule.PROPAGATE);
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params, String unit) {
        if (params.rois().isEmpty() || params.statistics().isEmpty()) {
            throw new IllegalArgumentException("roi-curve needs at least one region and one statistic, got "
                    + params.rois().size() + " and " + params.statistics().size());
        }
        List<Meter.Plan> plans = new ArrayList<>();
        List<RoiCurves.Quantity> quantities = new ArrayList<>();
        for (Roi roi : params.rois()) {
            plans.addAll(Meter.plans(roi, params.statistics(), params.nan(), shape, type));
            for (Statistic statistic : params.statistics()) {
                String label = statistic + " of " + roi.brief();
                quantities.add(new RoiCurves.Quantity(label, unit, statistic, last(plans, statistic)));
            }
        }
        return new Fold.OfBlocks<>(Fold.Split.FRAMES, window -> new RoiCurves(plans, quantities, window));
    }

    /** Returns the index of the last plan that measures a statistic. */
    private static int last(List<Meter.Plan> plans, Statistic statistic) {
        int last = plans.size() - 1;
        while (!plans.get(last).statistics().contains(statistic)) {
            last--;
        }
        return last;
    }
}
