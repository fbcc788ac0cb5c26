package org.tachyscope.api;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/**
 * Gives a loader the memory that it decodes a whole stack into, such as a mapped file of the disk cache, so that pixels are
 * written once and lie where they stay.
 */
public interface Destination {

    /**
     * Returns memory for a stack, zeros, aligned to 64 bytes, which any thread may write. Whoever made the destination frees
     * it; the loader doesn't. Called at most once.
     *
     * @param shape the stack that is about to be decoded; it may turn out to have fewer frames
     * @throws IOException in one sentence with the numbers, if there is no room
     */
    MemorySegment allocate(Shape shape, PixelType type) throws IOException;

    /**
     * Hears that a frame is complete and won't be written again, unless frames that couldn't be read are closed up at the end.
     * Worth calling right after a frame was decoded, on the thread that did it, while it lies in the processor's cache: what is
     * computed of every frame then costs no second pass.
     *
     * @param index the frame's place in the memory that was allocated
     */
    default void completed(long index) {}
}
