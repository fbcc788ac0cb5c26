package org.tachyscope.ops.time;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class BleachCorrectionContractTest extends OperationContract<BleachCorrection.Params> {
    @Override
    protected Operation<BleachCorrection.Params> operation() {
        return new BleachCorrection();
    }

    @Override
    protected BleachCorrection.Params params() {
        return new BleachCorrection.Params(BleachCorrection.Method.RATIO);
    }
}
