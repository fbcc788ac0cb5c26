package org.tachyscope.ops;

import org.junit.jupiter.api.Nested;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.contract.ReductionContract;

class StandardErrorContractTest extends ReductionContract<SpreadParams> {
    @Override
    protected Reduction<SpreadParams> reduction() {
        return new StandardError();
    }

    @Nested
    class IgnoringNan extends ReductionContract<SpreadParams> {
        @Override
        protected Reduction<SpreadParams> reduction() {
            return new StandardError();
        }

        @Override
        protected SpreadParams params() {
            return new SpreadParams(Divisor.SAMPLE, NanRule.IGNORE);
        }

        /** Merging parts of F32 stacks rounds elsewhere: an ulp of the result. */
        @Override
        protected double tolerance() {
            return 1.2e-7;
        }
    }
}
