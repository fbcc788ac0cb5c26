package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class TransposeContractTest extends OperationContract<Transpose.Params> {
    @Override
    protected Operation<Transpose.Params> operation() {
        return new Transpose();
    }
}
