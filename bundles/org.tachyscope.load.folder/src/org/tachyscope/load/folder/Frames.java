package org.tachyscope.load.folder;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Set;
import org.tachyscope.api.data.PixelType;

/** Fills and moves whole frames of the destination. */
final class Frames {

    private Frames() {}

    /** Fills memory with one value: in a stack of integers rounded and clamped, NaN as 0. */
    static void fill(MemorySegment samples, PixelType type, double value) {
        switch (type) {
            case U8 -> samples.fill((byte) Math.clamp(Math.round(value), 0, 0xff));
            case U16 -> {
                short number = (short) Math.clamp(Math.round(value), 0, 0xffff);
                for (long at = 0; at < samples.byteSize(); at += Short.BYTES) {
                    samples.set(JAVA_SHORT_UNALIGNED, at, number);
                }
            }
            case F32 -> {
                for (long at = 0; at < samples.byteSize(); at += Float.BYTES) {
                    samples.set(JAVA_FLOAT_UNALIGNED, at, (float) value);
                }
            }
        }
    }

    /**
     * Moves frames up over the gaps.
     *
     * @param bytes size of a frame
     * @param gaps indices of the frames to drop
     * @return the frames that are left, from the start of {@code frames}
     */
    static MemorySegment close(MemorySegment frames, long bytes, Set<Integer> gaps) {
        long count = frames.byteSize() / bytes;
        long to = 0;
        for (long from = 0; from < count; from++) {
            if (!gaps.contains((int) from)) {
                if (to < from) {
                    MemorySegment.copy(frames, from * bytes, frames, to * bytes, bytes);
                }
                to++;
            }
        }
        return frames.asSlice(0, to * bytes);
    }
}
