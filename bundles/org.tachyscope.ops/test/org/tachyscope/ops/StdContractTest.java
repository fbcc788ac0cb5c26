package org.tachyscope.ops;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class StdContractTest extends ReductionContract<Std.Params> {
    @Override
    protected Reduction<Std.Params> reduction() {
        return new Std();
    }
}
