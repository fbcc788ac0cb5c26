package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class BinContractTest extends OperationContract<Bin.Params> {
    @Override
    protected Operation<Bin.Params> operation() {
        return new Bin();
    }
}
