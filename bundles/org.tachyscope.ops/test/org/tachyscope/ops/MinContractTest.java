package org.tachyscope.ops;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class MinContractTest extends ReductionContract<Min.Params> {
    @Override
    protected Reduction<Min.Params> reduction() {
        return new Min();
    }
}
