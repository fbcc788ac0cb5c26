package org.tachyscope.ops;

import org.junit.jupiter.api.Nested;
import org.tachyscope.api.Reduction;
import org.tachyscope.contract.ReductionContract;

class HistogramContractTest extends ReductionContract<Histogram.Params> {
    @Override
    protected Reduction<Histogram.Params> reduction() {
        return new Histogram();
    }

    @Nested
    class OverARange extends ReductionContract<Histogram.Params> {
        @Override
        protected Reduction<Histogram.Params> reduction() {
            return new Histogram();
        }

        @Override
        protected Histogram.Params params() {
            return new Histogram.Params(7, -100, 200);
        }
    }
}
