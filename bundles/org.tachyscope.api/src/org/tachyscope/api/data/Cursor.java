package org.tachyscope.api.data;

import java.io.IOException;

/**
 * Reads the frames of one stack. Belongs to one thread and may hold state, such as a decoder or running sums. Reading
 * forward, frame by frame, is always the fastest order.
 */
public interface Cursor extends AutoCloseable {

    /**
     * Reads one frame, without copying where it can. The frame is read-only and valid until the next call or
     * {@link #close}.
     *
     * @param index 0 ≤ index &lt; frames
     * @throws IndexOutOfBoundsException if there is no such frame
     * @throws IOException in one sentence that names the file, the frame and the reason
     */
    Frame frame(long index) throws IOException;

    @Override
    void close();
}
