package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class BoxBlurContractTest extends OperationContract<BoxBlur.Params> {
    @Override
    protected Operation<BoxBlur.Params> operation() {
        return new BoxBlur();
    }
}
