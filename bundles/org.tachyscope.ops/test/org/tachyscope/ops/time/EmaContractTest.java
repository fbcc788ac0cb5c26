package org.tachyscope.ops.time;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class EmaContractTest extends OperationContract<Ema.Params> {
    @Override
    protected Operation<Ema.Params> operation() {
        return new Ema();
    }
}
