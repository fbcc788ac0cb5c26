package org.tachyscope.ops;

import org.junit.jupiter.api.Nested;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.contract.ReductionContract;

class RmsContractTest extends ReductionContract<NanParams> {
    @Override
    protected Reduction<NanParams> reduction() {
        return new Rms();
    }

    @Nested
    class IgnoringNan extends ReductionContract<NanParams> {
        @Override
        protected Reduction<NanParams> reduction() {
            return new Rms();
        }

        @Override
        protected NanParams params() {
            return new NanParams(NanRule.IGNORE);
        }

        /** Merging parts of F32 stacks rounds elsewhere: an ulp of the result. */
        @Override
        protected double tolerance() {
            return 1.2e-7;
        }
    }
}
