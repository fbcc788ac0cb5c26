package org.tachyscope.ops;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class FirstAboveContractTest extends ReductionContract<ArrivalParams> {
    @Override
    protected Reduction<ArrivalParams> reduction() {
        return new FirstAbove();
    }

    @Override
    protected ArrivalParams params() {
        return new ArrivalParams(99.5, ArrivalParams.Unit.FRAMES);
    }
}
