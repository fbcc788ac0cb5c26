package org.tachyscope.ops.curve;

import org.tachyscope.api.Reduction;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.contract.ReductionContract;

class ProfileContractTest extends ReductionContract<Profile.Params> {
    @Override
    protected Reduction<Profile.Params> reduction() {
        return new Profile();
    }

    @Override
    protected Profile.Params params() {
        return new Profile.Params(Axis.ROWS, 0, 1, 0, NanRule.PROPAGATE);
    }
}
