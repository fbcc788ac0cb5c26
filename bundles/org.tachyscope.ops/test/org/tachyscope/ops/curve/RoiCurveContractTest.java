package org.tachyscope.ops.curve;

import java.util.List;
import java.util.stream.Stream;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Roi;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.contract.ReductionContract;

class RoiCurveContractTest extends ReductionContract<RoiCurve.Params> {
    @Override
    protected Reduction<RoiCurve.Params> reduction() {
        return new RoiCurve();
    }

    @Override
    protected RoiCurve.Params params() {
        List<Roi> rois =
                Stream.of("rect 0,0,3,4", "polygon 0,0 3,1 1,4").map(Roi::parse).toList();
        List<Statistic> statistics =
                Stream.of("mean", "std", "min", "max").map(Statistic::parse).toList();
        return new RoiCurve.Params(rois, statistics, NanRule.PROPAGATE);
    }
}
