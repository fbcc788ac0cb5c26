package org.tachyscope.load.npy;

import org.tachyscope.api.data.Stack;
import org.tachyscope.contract.StackContract;

class GatheredStackTest extends StackContract {

    @Override
    protected Stack open() throws Exception {
        return Npy.open(Npy.fixture("f4le-f.npy"));
    }
}
