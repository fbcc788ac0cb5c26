package org.tachyscope.ops;

import org.junit.jupiter.api.Nested;
import org.tachyscope.api.Operation;
import org.tachyscope.contract.OperationContract;

class FrameRangeContractTest extends OperationContract<FrameRange.Params> {
    @Override
    protected Operation<FrameRange.Params> operation() {
        return new FrameRange();
    }

    @Nested
    class WithAStep extends OperationContract<FrameRange.Params> {
        @Override
        protected Operation<FrameRange.Params> operation() {
            return new FrameRange();
        }

        @Override
        protected FrameRange.Params params() {
            return new FrameRange.Params(1, -1, 3);
        }
    }
}
