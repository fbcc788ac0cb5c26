package org.tachyscope.ops.curve;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class KymographContractTest extends ReductionContract<Kymograph.Params> {
    @Override
    protected Reduction<Kymograph.Params> reduction() {
        return new Kymograph();
    }
}
