package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class FlipContractTest extends OperationContract<Flip.Params> {
    @Override
    protected Operation<Flip.Params> operation() {
        return new Flip();
    }
}
