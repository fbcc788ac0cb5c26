package org.tachyscope.ops;

import org.junit.jupiter.api.Nested;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.contract.ReductionContract;

class MedianContractTest extends ReductionContract<NanParams> {
    @Override
    protected Reduction<NanParams> reduction() {
        return new Median();
    }

    @Nested
    class IgnoringNan extends ReductionContract<NanParams> {
        @Override
        protected Reduction<NanParams> reduction() {
            return new Median();
        }

        @Override
        protected NanParams params() {
            return new NanParams(NanRule.IGNORE);
        }
    }
}
