package org.tachyscope.ops.time;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class ReverseContractTest extends OperationContract<Reverse.Params> {
    @Override
    protected Operation<Reverse.Params> operation() {
        return new Reverse();
    }
}
