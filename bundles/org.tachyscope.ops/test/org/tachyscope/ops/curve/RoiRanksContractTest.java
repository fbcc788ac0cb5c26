package org.tachyscope.ops.curve;

import java.util.List;
import java.util.stream.Stream;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Roi;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.contract.ReductionContract;

class RoiRanksContractTest extends ReductionContract<RoiCurve.Params> {
    @Override
    protected Reduction<RoiCurve.Params> reduction() {
        return new RoiCurve();
    }

    @Override
    protected RoiCurve.Params params() {
        List<Roi> rois = Stream.of("rect 0,0,1,1", "line 0,0 1,1 band 2", "point 0.5,0.5")
                .map(Roi::parse)
                .toList();
        List<Statistic> statistics = Stream.of("median", "p90", "mean", "sample-std")
                .map(Statistic::parse)
                .toList();
        return new RoiCurve.Params(rois, statistics, NanRule.IGNORE);
    }
}
