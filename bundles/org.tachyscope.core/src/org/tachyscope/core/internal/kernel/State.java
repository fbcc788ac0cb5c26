package org.tachyscope.core.internal.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/** Lays accumulators of one tile side by side, so that all of them are saved with one copy. */
final class State {

    private static final int LINE = 64;

    private final MemorySegment all;
    private final SegmentAllocator next;
    private final int capacity;
    private long used;

    /** Allocates room for {@code sampleBytes} bytes in all of each of {@code capacity} samples. */
    State(Arena arena, int capacity, int sampleBytes) {
        this.capacity = (capacity + LINE - 1) / LINE * LINE;
        all = arena.allocate(Math.max(1L, (long) this.capacity * sampleBytes), 4096);
        next = SegmentAllocator.slicingAllocator(all);
    }

    /** Returns the next accumulators, aligned to cache lines, or none if they aren't needed. */
    MemorySegment accumulators(boolean needed, int sampleBytes) {
        if (!needed) {
            return MemorySegment.NULL;
        }
        MemorySegment slice = next.allocate((long) capacity * sampleBytes, LINE);
        used += slice.byteSize();
        return slice;
    }

    /** Returns the bytes of all accumulators so far. */
    MemorySegment used() {
        return all.asSlice(0, used);
    }
}
