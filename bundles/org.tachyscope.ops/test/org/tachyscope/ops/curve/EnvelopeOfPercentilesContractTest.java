package org.tachyscope.ops.curve;

import org.tachyscope.api.Reduction;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.contract.ReductionContract;

class EnvelopeOfPercentilesContractTest extends ReductionContract<Envelope.Params> {
    @Override
    protected Reduction<Envelope.Params> reduction() {
        return new Envelope();
    }

    @Override
    protected Envelope.Params params() {
        return new Envelope.Params(Axis.COLUMNS, Envelope.Of.BAND_OVER_TIME, 0, 2, 0, 10, NanRule.PROPAGATE);
    }
}
