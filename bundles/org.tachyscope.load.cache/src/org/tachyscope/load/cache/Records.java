package org.tachyscope.load.cache;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.FrameStatistics;

/**
 * Holds a record of every frame: its statistics, and the checksums (CRC-32C) of its pixels and of its smaller copies.
 *
 * @param memory {@value #BYTES} bytes a frame
 */
record Records(MemorySegment memory) {

    static final long BYTES = 48;

    /** Returns the number of frames. */
    long count() {
        return memory.byteSize() / BYTES;
    }

    FrameStatistics statistics(long index) {
        long at = index * BYTES;
        return new FrameStatistics(
                memory.get(JAVA_LONG_UNALIGNED, at),
                memory.get(JAVA_DOUBLE_UNALIGNED, at + 8),
                memory.get(JAVA_DOUBLE_UNALIGNED, at + 16),
                memory.get(JAVA_DOUBLE_UNALIGNED, at + 24),
                memory.get(JAVA_DOUBLE_UNALIGNED, at + 32));
    }

    /** Returns the checksum of a frame's pixels. */
    int ofPixels(long index) {
        return memory.get(JAVA_INT_UNALIGNED, index * BYTES + 40);
    }

    /** Returns the checksum of a frame's smaller copies, the larger before the smaller ones. */
    int ofLevels(long index) {
        return memory.get(JAVA_INT_UNALIGNED, index * BYTES + 44);
    }

    void put(long index, FrameStatistics statistics, int pixels, int levels) {
        long at = index * BYTES;
        memory.set(JAVA_LONG_UNALIGNED, at, statistics.samples());
        memory.set(JAVA_DOUBLE_UNALIGNED, at + 8, statistics.min());
        memory.set(JAVA_DOUBLE_UNALIGNED, at + 16, statistics.max());
        memory.set(JAVA_DOUBLE_UNALIGNED, at + 24, statistics.sum());
        memory.set(JAVA_DOUBLE_UNALIGNED, at + 32, statistics.sumOfSquares());
        memory.set(JAVA_INT_UNALIGNED, at + 40, pixels);
        memory.set(JAVA_INT_UNALIGNED, at + 44, levels);
    }
}
