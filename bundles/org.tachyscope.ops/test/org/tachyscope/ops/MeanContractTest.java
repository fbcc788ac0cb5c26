package org.tachyscope.ops;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class MeanContractTest extends ReductionContract<Mean.Params> {
    @Override
    protected Reduction<Mean.Params> reduction() {
        return new Mean();
    }
}
