package org.tachyscope.ops.space;

import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class ResizeContractTest extends OperationContract<Resize.Params> {
    @Override
    protected Operation<Resize.Params> operation() {
        return new Resize();
    }

    /** Grows frames along both axes, and shrinks some. */
    @Override
    protected Resize.Params params() {
        return new Resize.Params(5, 7, Resize.Method.AUTO);
    }
}
