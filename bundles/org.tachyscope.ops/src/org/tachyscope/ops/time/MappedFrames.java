package org.tachyscope.ops.time;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.Stack;

/** Shows frames where they lie. */
final class MappedFrames implements Frames {

    private final MemorySegment whole;
    private final long samplesPerFrame;
    private final int bytes;

    MappedFrames(Stack input, MemorySegment whole) {
        this.whole = whole;
        samplesPerFrame = input.shape().samplesPerFrame();
        bytes = input.type().bytes();
    }

    @Override
    public MemorySegment part(long frame, int first, int samples) {
        return whole.asSlice((frame * samplesPerFrame + first) * bytes, (long) samples * bytes);
    }

    @Override
    public boolean lasting() {
        return true;
    }

    @Override
    public void close() {}
}
