package org.tachyscope.ops;

import org.junit.jupiter.api.Nested;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.contract.ReductionContract;

class MinContractTest extends ReductionContract<NanParams> {
    @Override
    protected Reduction<NanParams> reduction() {
        return new Min();
    }

    @Nested
    class IgnoringNan extends ReductionContract<NanParams> {
        @Override
        protected Reduction<NanParams> reduction() {
            return new Min();
        }

        @Override
        protected NanParams params() {
            return new NanParams(NanRule.IGNORE);
        }
    }
}
