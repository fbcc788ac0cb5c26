package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class MedianBlurContractTest extends OperationContract<MedianBlur.Params> {
    @Override
    protected Operation<MedianBlur.Params> operation() {
        return new MedianBlur();
    }
}
