package org.tachyscope.ops.time;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class BinTimeContractTest extends OperationContract<BinTime.Params> {
    @Override
    protected Operation<BinTime.Params> operation() {
        return new BinTime();
    }

    @Override
    protected BinTime.Params params() {
        return new BinTime.Params(3, BinTime.Statistic.MEAN, BinTime.Rest.SHORTER);
    }
}
