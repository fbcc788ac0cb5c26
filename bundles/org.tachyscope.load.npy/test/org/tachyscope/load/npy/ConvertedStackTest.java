package org.tachyscope.load.npy;

import org.tachyscope.api.data.Stack;
import org.tachyscope.contract.StackContract;

class ConvertedStackTest extends StackContract {

    @Override
    protected Stack open() throws Exception {
        return Npy.open(Npy.fixture("i2be-c.npy"));
    }
}
