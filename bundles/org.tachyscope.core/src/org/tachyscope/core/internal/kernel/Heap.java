package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Copies packed samples into the lanes of arrays and back, always by the arrays' own type.
 *
 * <p>Never copy to or from {@code MemorySegment.ofArray(array)} and use {@code array} in the same loop: less than 64 bytes are
 * copied by longs, ints, shorts and bytes whatever the array's type, and Java 25's optimizing compiler then moves reads of
 * array elements to before the copy (seen with 25.0.3, int[], 30 bytes: about every second process summed up wrong samples).
 */
final class Heap {

    private Heap() {}

    /** Fills as many longs as {@code bytes} take, the last one with zeros behind them. */
    static void read(MemorySegment from, long at, int bytes, long[] to) {
        int whole = bytes / 8;
        MemorySegment.copy(from, JAVA_LONG_UNALIGNED, at, to, 0, whole);
        if (bytes % 8 != 0) {
            to[whole] = rest(from, at + 8L * whole, bytes % 8);
        }
    }

    /** Fills as many ints as {@code bytes} take, the last one with zeros behind them. */
    static void read(MemorySegment from, long at, int bytes, int[] to) {
        int whole = bytes / 4;
        MemorySegment.copy(from, JAVA_INT_UNALIGNED, at, to, 0, whole);
        if (bytes % 4 != 0) {
            to[whole] = (int) rest(from, at + 4L * whole, bytes % 4);
        }
    }

    private static long rest(MemorySegment from, long at, int bytes) {
        long rest = 0;
        for (int i = 0; i < bytes; i++) {
            rest |= (from.get(JAVA_BYTE, at + i) & 0xffL) << 8 * i;
        }
        return rest;
    }

    /** Writes the first {@code bytes} of some longs. */
    static void write(long[] from, MemorySegment to, long at, int bytes) {
        int whole = bytes / 8;
        MemorySegment.copy(from, 0, to, JAVA_LONG_UNALIGNED, at, whole);
        for (int i = 0; i < bytes % 8; i++) {
            to.set(JAVA_BYTE, at + 8L * whole + i, (byte) (from[whole] >>> 8 * i));
        }
    }
}
