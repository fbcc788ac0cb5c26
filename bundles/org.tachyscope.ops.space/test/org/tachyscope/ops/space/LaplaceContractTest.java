package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class LaplaceContractTest extends OperationContract<Laplace.Params> {
    @Override
    protected Operation<Laplace.Params> operation() {
        return new Laplace();
    }
}
