package org.tachyscope.ops;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class LastAboveContractTest extends ReductionContract<ArrivalParams> {
    @Override
    protected Reduction<ArrivalParams> reduction() {
        return new LastAbove();
    }

    @Override
    protected ArrivalParams params() {
        return new ArrivalParams(99.5, ArrivalParams.Unit.FRAMES);
    }
}
