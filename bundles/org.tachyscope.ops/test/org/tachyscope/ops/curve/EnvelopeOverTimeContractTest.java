package org.tachyscope.ops.curve;

import org.tachyscope.api.Reduction;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.contract.ReductionContract;

class EnvelopeOverTimeContractTest extends ReductionContract<Envelope.Params> {
    @Override
    protected Reduction<Envelope.Params> reduction() {
        return new Envelope();
    }

    /** Of F32 ignoring NaN: folded without moments. */
    @Override
    protected Envelope.Params params() {
        return new Envelope.Params(Axis.ROWS, Envelope.Of.BAND_OVER_TIME, 0, 1, 0, 0, NanRule.IGNORE);
    }
}
