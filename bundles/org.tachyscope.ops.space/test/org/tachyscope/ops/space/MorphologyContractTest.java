package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class MorphologyContractTest extends OperationContract<Morphology.Params> {
    @Override
    protected Operation<Morphology.Params> operation() {
        return new Morphology();
    }
}
