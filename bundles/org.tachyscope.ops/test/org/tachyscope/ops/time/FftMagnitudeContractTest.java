package org.tachyscope.ops.time;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class FftMagnitudeContractTest extends ReductionContract<FftMagnitude.Params> {
    @Override
    protected Reduction<FftMagnitude.Params> reduction() {
        return new FftMagnitude();
    }
}
