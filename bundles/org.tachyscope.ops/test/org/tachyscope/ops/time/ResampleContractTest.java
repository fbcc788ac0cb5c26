package org.tachyscope.ops.time;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class ResampleContractTest extends OperationContract<Resample.Params> {
    @Override
    protected Operation<Resample.Params> operation() {
        return new Resample();
    }

    @Override
    protected Resample.Params params() {
        return new Resample.Params(0.7, Resample.Interpolation.LINEAR);
    }
}
