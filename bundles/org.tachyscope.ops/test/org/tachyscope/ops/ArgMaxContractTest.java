package org.tachyscope.ops;

import org.junit.jupiter.api.Nested;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.contract.ReductionContract;

class ArgMaxContractTest extends ReductionContract<NanParams> {
    @Override
    protected Reduction<NanParams> reduction() {
        return new ArgMax();
    }

    @Nested
    class IgnoringNan extends ReductionContract<NanParams> {
        @Override
        protected Reduction<NanParams> reduction() {
            return new ArgMax();
        }

        @Override
        protected NanParams params() {
            return new NanParams(NanRule.IGNORE);
        }
    }
}
