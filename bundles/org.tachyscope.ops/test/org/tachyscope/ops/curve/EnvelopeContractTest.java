package org.tachyscope.ops.curve;

import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class EnvelopeContractTest extends ReductionContract<Envelope.Params> {
    @Override
    protected Reduction<Envelope.Params> reduction() {
        return new Envelope();
    }
}
