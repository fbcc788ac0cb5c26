package org.tachyscope.api.data;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

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

    /**
     * Reads one frame into memory of the caller's. A stack that computes its frames does so right there, without a copy.
     *
     * @param out off-heap, exactly one frame's packed samples in the machine's byte order, aligned to their size
     * @throws IndexOutOfBoundsException if there is no such frame
     * @throws IOException in one sentence that names the file, the frame and the reason
     */
    default void read(long index, MemorySegment out) throws IOException {
        out.copyFrom(frame(index).pixels());
    }

    /**
     * Reads a part of one frame into memory of the caller's. If {@link Stack#readsParts()}, the fastest order is the same
     * part of frame after frame, then the next part: what is carried from frame to frame, such as running sums, stays in the
     * processor's cache.
     *
     * @param first the part's first sample in storage order, 0 ≤ first
     * @param samples number of samples, at least 1; first + samples ≤ samples of a frame
     * @param out off-heap, exactly the part's packed samples in the machine's byte order, aligned to their size
     * @throws IndexOutOfBoundsException if there is no such frame or part
     * @throws IOException in one sentence that names the file, the frame and the reason
     */
    default void read(long index, int first, int samples, MemorySegment out) throws IOException {
        Frame frame = frame(index);
        long bytes = frame.type().bytes();
        out.copyFrom(frame.pixels().asSlice(first * bytes, samples * bytes));
    }

    @Override
    void close();
}
