package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * Says how vector loops reach memory. The compiler hoists a loop's checks of bounds and of liveness only if it sees that no
 * store in the loop can change what they read. So pixels, which others own and may close at any time, are read through one
 * segment a frame, checked by Java as ever, from segments of one and the same class; and the accumulators, which the kernels'
 * callers own, are reached by address, checked once a call.
 */
final class Raw {

    /** All memory. */
    static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private Raw() {}

    /** Returns the address of accumulators of at least {@code bytes} bytes that stay alive during the caller's call. */
    static long address(MemorySegment accumulators, long bytes) {
        if (accumulators.byteSize() < bytes
                || !accumulators.isNative()
                || !accumulators.scope().isAlive()) {
            throw new IllegalArgumentException(
                    "accumulators need %d bytes of memory, got %s".formatted(bytes, accumulators));
        }
        return accumulators.address();
    }

    /** Returns the same memory with the same owner, as an object of the class that allocated memory has. */
    static MemorySegment plain(MemorySegment pixels) {
        return pixels.isMapped() ? pixels.reinterpret(pixels.byteSize()) : pixels;
    }

    /**
     * Reads a byte. Java turns the loss of a mapped file's pages into an error only in compiled code that also reaches memory
     * in the old way, so every loop over pixels begins with this; without it the process would die.
     */
    static void touch(MemorySegment row) {
        if (row.byteSize() > 0) {
            row.get(JAVA_BYTE, 0);
        }
    }
}
