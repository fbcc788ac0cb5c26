package org.tachyscope.api.pixel;

import java.io.IOException;
import java.util.function.Supplier;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Stack;

/** A stack that is computed with loops of {@link PixelMath}, so that the engine can bring faster ones. */
public interface MathStack extends Stack {

    /**
     * Opens a reader that works with other loops than the plain ones. It gives the same bits.
     *
     * @param math asked again and again for the fastest math of the moment
     * @throws IOException naming the file, if it can't be opened
     */
    Cursor cursor(Supplier<PixelMath> math) throws IOException;
}
