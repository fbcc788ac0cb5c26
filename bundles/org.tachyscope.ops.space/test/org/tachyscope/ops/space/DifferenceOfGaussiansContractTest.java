package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class DifferenceOfGaussiansContractTest extends OperationContract<DifferenceOfGaussians.Params> {
    @Override
    protected Operation<DifferenceOfGaussians.Params> operation() {
        return new DifferenceOfGaussians();
    }
}
