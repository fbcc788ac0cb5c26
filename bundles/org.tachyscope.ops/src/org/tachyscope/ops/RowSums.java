package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/** Adds up every {@code step}-th sample of a row, {@code count} of them, from byte {@code at} on. */
final class RowSums {

    private static final long BYTES = 0x00ff00ff00ff00ffL;
    private static final long SHORTS = 0x0000ffff0000ffffL;

    /** Longs whose bytes fit 16-bit lanes: each adds two bytes a lane, and 128 · 2 · 255 &lt; 65536. */
    private static final int LONGS = 128;

    private RowSums() {}

    static long u8(MemorySegment row, long at, int count, int step) {
        long sum = 0;
        int i = 0;
        if (step == 1) {
            for (; i + 8 * LONGS <= count; i += 8 * LONGS) {
                sum += packed(row, at + i, LONGS);
            }
            int longs = (count - i) / 8;
            sum += packed(row, at + i, longs);
            i += 8 * longs;
        }
        for (; i < count; i++) {
            sum += row.get(JAVA_BYTE, at + (long) i * step) & 0xff;
        }
        return sum;
    }

    /** Adds up eight bytes at a time, in the four 16-bit lanes of two longs. */
    private static long packed(MemorySegment row, long at, int longs) {
        long even = 0;
        long odd = 0;
        for (int i = 0; i < longs; i++) {
            long eight = row.get(JAVA_LONG_UNALIGNED, at + 8L * i);
            even += eight & BYTES;
            odd += eight >>> 8 & BYTES;
        }
        long pairs = (even & SHORTS) + (even >>> 16 & SHORTS) + (odd & SHORTS) + (odd >>> 16 & SHORTS);
        return (pairs & 0xffffffffL) + (pairs >>> 32);
    }

    static long u16(MemorySegment row, long at, int count, int step) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += row.get(JAVA_SHORT_UNALIGNED, at + 2L * i * step) & 0xffff;
        }
        return sum;
    }

    static double f32(MemorySegment row, long at, int count, int step) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += row.get(JAVA_FLOAT_UNALIGNED, at + 4L * i * step);
        }
        return sum;
    }
}
