package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class GaussianBlurContractTest extends OperationContract<GaussianBlur.Params> {
    @Override
    protected Operation<GaussianBlur.Params> operation() {
        return new GaussianBlur();
    }
}
