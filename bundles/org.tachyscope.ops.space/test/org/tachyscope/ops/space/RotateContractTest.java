package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class RotateContractTest extends OperationContract<Rotate.Params> {
    @Override
    protected Operation<Rotate.Params> operation() {
        return new Rotate();
    }
}
