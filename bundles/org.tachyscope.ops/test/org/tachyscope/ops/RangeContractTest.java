package org.tachyscope.ops;

import org.junit.jupiter.api.Nested;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.contract.ReductionContract;

class RangeContractTest extends ReductionContract<NanParams> {
    @Override
    protected Reduction<NanParams> reduction() {
        return new Range();
    }

    @Nested
    class IgnoringNan extends ReductionContract<NanParams> {
        @Override
        protected Reduction<NanParams> reduction() {
            return new Range();
        }

        @Override
        protected NanParams params() {
            return new NanParams(NanRule.IGNORE);
        }
    }
}
