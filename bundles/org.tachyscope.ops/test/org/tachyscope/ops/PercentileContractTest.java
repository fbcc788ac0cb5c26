package org.tachyscope.ops;

import org.junit.jupiter.api.Nested;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.contract.ReductionContract;

class PercentileContractTest extends ReductionContract<Percentile.Params> {
    @Override
    protected Reduction<Percentile.Params> reduction() {
        return new Percentile();
    }

    @Nested
    class IgnoringNan extends ReductionContract<Percentile.Params> {
        @Override
        protected Reduction<Percentile.Params> reduction() {
            return new Percentile();
        }

        @Override
        protected Percentile.Params params() {
            return new Percentile.Params(12.5, NanRule.IGNORE);
        }
    }
}
