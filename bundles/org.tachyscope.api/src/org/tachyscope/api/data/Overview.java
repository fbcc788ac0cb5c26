package org.tachyscope.api.data;

import java.util.List;

/** Tells about all frames of a stack without reading them. Lives as long as its stack. Safe for any thread. */
public interface Overview {

    /**
     * Returns the statistics of one frame.
     *
     * @throws IndexOutOfBoundsException if there is no such frame
     */
    FrameStatistics statistics(long index);

    /**
     * Returns the statistics of all samples of all frames, {@link FrameStatistics#NONE} joined with every frame's.
     */
    FrameStatistics whole();

    /**
     * Returns smaller copies with all frames, each half as high and wide as the one before, rounded up; the first is half of the
     * stack's size. A pixel is the mean of the up to four that it covers. They are closed with the stack.
     */
    List<Stack> smaller();
}
