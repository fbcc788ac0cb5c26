package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class CropContractTest extends OperationContract<Crop.Params> {
    @Override
    protected Operation<Crop.Params> operation() {
        return new Crop();
    }
}
