package org.tachyscope.ops.curve;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class RoiMeanContractTest extends ReductionContract<RoiMean.Params> {
    @Override
    protected Reduction<RoiMean.Params> reduction() {
        return new RoiMean();
    }

    /** Strips are added up in another order than whole frames, which F32 sums in float64 show. */
    @Override
    protected double tolerance() {
        return 1e-12;
    }
}
