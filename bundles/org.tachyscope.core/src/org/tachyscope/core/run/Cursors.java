package org.tachyscope.core.run;

import java.io.IOException;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.MathStack;
import org.tachyscope.core.internal.kernel.MathChoice;

/** Opens the fastest cursor. */
final class Cursors {

    private Cursors() {}

    /** Opens a cursor of a stack of which all frames will be read. */
    static Cursor of(Stack stack) throws IOException {
        return stack instanceof MathStack computed
                ? computed.cursor(MathChoice.shared().math(stack.shape().samples()))
                : stack.cursor();
    }
}
