package org.tachyscope.load.npy;

import org.tachyscope.api.data.Stack;
import org.tachyscope.contract.StackContract;

class MappedStackTest extends StackContract {

    @Override
    protected Stack open() throws Exception {
        return Npy.open(Npy.fixture("u2le-c.npy"));
    }
}
