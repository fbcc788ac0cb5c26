package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class RegisterFourierContractTest extends OperationContract<Register.Params> {
    @Override
    protected Operation<Register.Params> operation() {
        return Stacks.register();
    }

    @Override
    protected Register.Params params() {
        return new Register.Params(Register.Reference.PREVIOUS, 0, Register.Taper.NONE, Register.Method.FOURIER, 0);
    }
}
