package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class SobelContractTest extends OperationContract<Sobel.Params> {
    @Override
    protected Operation<Sobel.Params> operation() {
        return new Sobel();
    }
}
