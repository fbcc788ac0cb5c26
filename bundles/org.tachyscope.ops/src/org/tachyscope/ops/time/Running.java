package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Holds a set of frames of one tile that frames enter and leave, with nothing lost by rounding. */
interface Running {

    /** Forgets all frames. */
    void clear();

    /** Takes in a frame. */
    void add(long frame) throws IOException;

    /** Takes out a frame that is in. */
    void remove(long frame) throws IOException;

    /** Takes out one frame and takes in another, in one go. */
    void replace(long leaving, long entering) throws IOException;

    /** Writes the result for the {@code count} frames that are in. */
    void write(long count, MemorySegment out);

    /** Takes out one frame, takes in another, and writes the result for the {@code count} frames that are in. */
    default void slide(long leaving, long entering, long count, MemorySegment out) throws IOException {
        replace(leaving, entering);
        write(count, out);
    }
}
