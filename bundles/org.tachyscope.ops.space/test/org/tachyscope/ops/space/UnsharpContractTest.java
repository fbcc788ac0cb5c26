package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class UnsharpContractTest extends OperationContract<Unsharp.Params> {
    @Override
    protected Operation<Unsharp.Params> operation() {
        return new Unsharp();
    }
}
