package org.tachyscope.ops;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class CountSaturatedContractTest extends ReductionContract<CountSaturated.Params> {
    @Override
    protected Reduction<CountSaturated.Params> reduction() {
        return new CountSaturated();
    }

    @Override
    protected CountSaturated.Params params() {
        return new CountSaturated.Params(100);
    }
}
