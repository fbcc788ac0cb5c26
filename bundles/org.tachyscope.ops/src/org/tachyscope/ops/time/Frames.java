package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.tachyscope.api.data.Stack;

/** Gives parts of an input's frames to one cursor. */
sealed interface Frames extends AutoCloseable permits MappedFrames, PartFrames, WholeFrames {

    /** Returns samples of one frame, valid until the next call. */
    MemorySegment part(long frame, int first, int samples) throws IOException;

    /** Tells whether parts stay valid after the next call. */
    boolean lasting();

    @Override
    void close();

    /**
     * Opens an input in the way that suits it: where it lies, part by part, or frame by frame.
     *
     * @param kept number of frames that are needed again and again, kept if reading one again isn't free
     */
    static Frames of(Stack input, int kept) throws IOException {
        Optional<MemorySegment> whole = input.contiguous();
        if (whole.isPresent()) {
            return new MappedFrames(input, whole.get());
        }
        return input.readsParts() ? new PartFrames(input) : new WholeFrames(input, kept);
    }

    /** Returns the memory that {@link #of} takes. */
    static long bytes(Stack input, int kept) {
        long frame = (long) input.shape().samplesPerFrame() * input.type().bytes();
        return input.contiguous().isPresent() || input.readsParts()
                ? 0
                : Math.min(kept, input.shape().frames()) * frame;
    }
}
