package org.tachyscope.ops;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class CountNanContractTest extends ReductionContract<CountNan.Params> {
    @Override
    protected Reduction<CountNan.Params> reduction() {
        return new CountNan();
    }
}
