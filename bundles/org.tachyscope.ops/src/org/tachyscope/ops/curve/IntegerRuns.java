package org.tachyscope.ops.curve;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Folds a run of U8 or U16 samples: {@code count} of them from byte {@code at} on, every {@code step}-th one. Neighbouring
 * samples are taken eight bytes at a time, packed in a long.
 *
 * @param pixels packed samples in the machine's byte order
 * @param bytes of a sample: 1 or 2
 * @param step samples from one to the next, the number of channels
 */
record IntegerRuns(MemorySegment pixels, int bytes, int step) {

    private static final long BYTES = 0x00ff00ff00ff00ffL;
    private static final long SHORTS = 0x0000ffff0000ffffL;
    private static final long BYTE_TOPS = 0x8080808080808080L;
    private static final long SHORT_TOPS = 0x8000800080008000L;

    /** Longs whose bytes fit 16-bit lanes: each adds two bytes a lane, and 128 · 2 · 255 &lt; 65536. */
    private static final int BYTE_LONGS = 128;

    /** Longs whose shorts fit 32-bit lanes. */
    private static final int SHORT_LONGS = 16_384;

    private int value(long at, int i) {
        long place = at + (long) i * step * bytes;
        return bytes == 1 ? pixels.get(JAVA_BYTE, place) & 0xff : pixels.get(JAVA_SHORT_UNALIGNED, place) & 0xffff;
    }

    /** Returns how many leading samples can be taken in whole longs. */
    private int packed(int count) {
        return step == 1 ? count * bytes / 8 * 8 / bytes : 0;
    }

    /** Returns Σx. */
    long sum(long at, int count) {
        int packed = packed(count);
        int most = bytes == 1 ? BYTE_LONGS : SHORT_LONGS;
        int longs = packed * bytes / 8;
        long sum = 0;
        for (int i = 0; i < longs; i += most) {
            int some = Math.min(most, longs - i);
            sum += bytes == 1 ? sumOfBytes(at + 8L * i, some) : sumOfShorts(at + 8L * i, some);
        }
        for (int i = packed; i < count; i++) {
            sum += value(at, i);
        }
        return sum;
    }

    private long sumOfBytes(long at, int longs) {
        long even = 0;
        long odd = 0;
        for (int i = 0; i < longs; i++) {
            long eight = pixels.get(JAVA_LONG_UNALIGNED, at + 8L * i);
            even += eight & BYTES;
            odd += eight >>> 8 & BYTES;
        }
        long pairs = (even & SHORTS) + (even >>> 16 & SHORTS) + (odd & SHORTS) + (odd >>> 16 & SHORTS);
        return (pairs & 0xffffffffL) + (pairs >>> 32);
    }

    private long sumOfShorts(long at, int longs) {
        long even = 0;
        long odd = 0;
        for (int i = 0; i < longs; i++) {
            long four = pixels.get(JAVA_LONG_UNALIGNED, at + 8L * i);
            even += four & SHORTS;
            odd += four >>> 16 & SHORTS;
        }
        return (even & 0xffffffffL) + (even >>> 32) + (odd & 0xffffffffL) + (odd >>> 32);
    }

    /** Returns Σx². */
    long sumOfSquares(long at, int count) {
        long a = 0;
        long b = 0;
        int i = 0;
        for (; i + 2 <= count; i += 2) {
            long x = value(at, i);
            long y = value(at, i + 1);
            a += x * x;
            b += y * y;
        }
        if (i < count) {
            long x = value(at, i);
            a += x * x;
        }
        return a + b;
    }

    /** Returns the smallest sample. */
    int min(long at, int count) {
        int packed = packed(count);
        int min = Integer.MAX_VALUE;
        if (packed > 0) {
            long least = -1L;
            for (int i = 0; i < packed * bytes; i += 8) {
                long some = pixels.get(JAVA_LONG_UNALIGNED, at + i);
                long keep = notLess(some, least);
                least = least & keep | some & ~keep;
            }
            for (int bit = 0; bit < 64; bit += 8 * bytes) {
                min = Math.min(min, (int) (least >>> bit) & (bytes == 1 ? 0xff : 0xffff));
            }
        }
        for (int i = packed; i < count; i++) {
            min = Math.min(min, value(at, i));
        }
        return min;
    }

    /** Returns the largest sample. */
    int max(long at, int count) {
        int packed = packed(count);
        int max = 0;
        if (packed > 0) {
            long most = 0;
            for (int i = 0; i < packed * bytes; i += 8) {
                long some = pixels.get(JAVA_LONG_UNALIGNED, at + i);
                long take = notLess(some, most);
                most = some & take | most & ~take;
            }
            for (int bit = 0; bit < 64; bit += 8 * bytes) {
                max = Math.max(max, (int) (most >>> bit) & (bytes == 1 ? 0xff : 0xffff));
            }
        }
        for (int i = packed; i < count; i++) {
            max = Math.max(max, value(at, i));
        }
        return max;
    }

    /** Returns all ones in the lanes where x ≥ y, zero in the others (Warren, Hacker's Delight, section 2-18 and 2-12). */
    private long notLess(long x, long y) {
        long tops = bytes == 1 ? BYTE_TOPS : SHORT_TOPS;
        long difference = (x | tops) - (y & ~tops);
        long top = (x & ~y | ~(x ^ y) & difference) & tops;
        return top | top - (top >>> 8 * bytes - 1);
    }
}
