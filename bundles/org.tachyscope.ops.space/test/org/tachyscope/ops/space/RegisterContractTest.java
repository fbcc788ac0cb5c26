package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class RegisterContractTest extends OperationContract<Register.Params> {
    @Override
    protected Operation<Register.Params> operation() {
        return Stacks.register();
    }
}
