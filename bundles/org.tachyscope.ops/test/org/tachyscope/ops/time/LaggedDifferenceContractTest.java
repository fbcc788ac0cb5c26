package org.tachyscope.ops.time;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class LaggedDifferenceContractTest extends OperationContract<LaggedDifference.Params> {
    @Override
    protected Operation<LaggedDifference.Params> operation() {
        return new LaggedDifference();
    }
}
