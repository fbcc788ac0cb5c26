package org.tachyscope.ops;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class MaxContractTest extends ReductionContract<Max.Params> {
    @Override
    protected Reduction<Max.Params> reduction() {
        return new Max();
    }
}
