package org.tachyscope.ops;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class SumContractTest extends ReductionContract<Sum.Params> {
    @Override
    protected Reduction<Sum.Params> reduction() {
        return new Sum();
    }
}
