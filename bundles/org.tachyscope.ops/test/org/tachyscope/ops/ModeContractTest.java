package org.tachyscope.ops;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class ModeContractTest extends ReductionContract<Mode.Params> {
    @Override
    protected Reduction<Mode.Params> reduction() {
        return new Mode();
    }
}
