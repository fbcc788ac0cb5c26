package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class WideMedianContractTest extends OperationContract<MedianBlur.Params> {
    @Override
    protected Operation<MedianBlur.Params> operation() {
        return new MedianBlur();
    }

    @Override
    protected MedianBlur.Params params() {
        return new MedianBlur.Params(3);
    }
}
