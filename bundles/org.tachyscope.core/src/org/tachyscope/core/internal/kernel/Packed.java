package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Folds several integer samples at a time in the lanes of one long: two to four times as fast as one by one, and compiled
 * within milliseconds. Tiles hold a multiple of eight samples and a multiple of {@value #FRAMES} frames: a constant, so that
 * loops over them are unrolled. Lane 0 is the lowest address: for little-endian machines.
 */
final class Packed {

    /** Frames that are folded before an accumulator is written. */
    static final int FRAMES = 8;

    private static final long BYTES = 0x00ff00ff00ff00ffL;
    private static final long LOW_SHORTS = 0x0000ffff0000ffffL;
    private static final long HIGH_OF_BYTES = 0x8080808080808080L;
    private static final long HIGH_OF_SHORTS = 0x8000800080008000L;

    private Packed() {}

    static void sumU8(Tile tile, MemorySegment sum16) {
        for (int t = 0; t < tile.frames(); t += FRAMES) {
            for (int i = 0; i < tile.samples(); i += 8) {
                sumU8(tile.pixels(), tile.at(t) + i, tile.stride(), sum16, 2L * i);
            }
        }
    }

    private static void sumU8(MemorySegment in, long at, long stride, MemorySegment sum16, long to) {
        long even = 0;
        long odd = 0;
        for (int t = 0; t < FRAMES; t++) {
            long eight = in.get(JAVA_LONG_UNALIGNED, at + t * stride);
            even += eight & BYTES;
            odd += eight >>> 8 & BYTES;
        }
        sum16.set(JAVA_LONG, to, sum16.get(JAVA_LONG, to) + interleaved(even, odd));
        sum16.set(JAVA_LONG, to + 8, sum16.get(JAVA_LONG, to + 8) + interleaved(even >>> 32, odd >>> 32));
    }

    /** Returns the two low 16-bit lanes of {@code even} and {@code odd} in turn. */
    private static long interleaved(long even, long odd) {
        long e = even & 0xffff | (even & 0xffff0000L) << 16;
        long o = odd & 0xffff | (odd & 0xffff0000L) << 16;
        return e | o << 16;
    }

    static void squaresU8(Tile tile, MemorySegment sum16, MemorySegment even32, MemorySegment odd32) {
        for (int t = 0; t < tile.frames(); t += FRAMES) {
            for (int i = 0; i < tile.samples(); i += 2) {
                squaresU8(tile.pixels(), tile.at(t) + i, tile.stride(), sum16, even32, odd32, 2L * i);
            }
        }
    }

    private static void squaresU8(
            MemorySegment in,
            long at,
            long stride,
            MemorySegment sum16,
            MemorySegment even32,
            MemorySegment odd32,
            long to) {
        int even = 0;
        int odd = 0;
        int evenSquares = 0;
        int oddSquares = 0;
        for (int t = 0; t < FRAMES; t++) {
            int two = in.get(JAVA_SHORT_UNALIGNED, at + t * stride);
            int e = (two & 0xff) - 128;
            int o = (two >> 8 & 0xff) - 128;
            even += e;
            odd += o;
            evenSquares += e * e;
            oddSquares += o * o;
        }
        int sums = sum16.get(JAVA_INT, to);
        sum16.set(JAVA_INT, to, sums + even & 0xffff | (sums >> 16) + odd << 16);
        even32.set(JAVA_INT, to, even32.get(JAVA_INT, to) + evenSquares);
        odd32.set(JAVA_INT, to, odd32.get(JAVA_INT, to) + oddSquares);
    }

    static void squaresU16(Tile tile, MemorySegment sum32, MemorySegment even64, MemorySegment odd64) {
        for (int t = 0; t < tile.frames(); t += FRAMES) {
            for (int i = 0; i < tile.samples(); i += 2) {
                squaresU16(tile.pixels(), tile.at(t) + 2L * i, tile.stride(), sum32, even64, odd64, 4L * i);
            }
        }
    }

    private static void squaresU16(
            MemorySegment in,
            long at,
            long stride,
            MemorySegment sum32,
            MemorySegment even64,
            MemorySegment odd64,
            long to) {
        int even = 0;
        int odd = 0;
        long evenSquares = 0;
        long oddSquares = 0;
        for (int t = 0; t < FRAMES; t++) {
            int two = in.get(JAVA_INT_UNALIGNED, at + t * stride);
            int e = (two & 0xffff) - 32768;
            int o = (two >>> 16) - 32768;
            even += e;
            odd += o;
            evenSquares += e * e;
            oddSquares += o * o;
        }
        sum32.set(JAVA_INT, to, sum32.get(JAVA_INT, to) + even);
        sum32.set(JAVA_INT, to + 4, sum32.get(JAVA_INT, to + 4) + odd);
        even64.set(JAVA_LONG, to, even64.get(JAVA_LONG, to) + evenSquares);
        odd64.set(JAVA_LONG, to, odd64.get(JAVA_LONG, to) + oddSquares);
    }

    static void sumU16(Tile tile, MemorySegment sum32) {
        for (int t = 0; t < tile.frames(); t += FRAMES) {
            for (int i = 0; i < tile.samples(); i += 4) {
                sumU16(tile.pixels(), tile.at(t) + 2L * i, tile.stride(), sum32, 4L * i);
            }
        }
    }

    private static void sumU16(MemorySegment in, long at, long stride, MemorySegment sum32, long to) {
        long even = 0;
        long odd = 0;
        for (int t = 0; t < FRAMES; t++) {
            long four = in.get(JAVA_LONG_UNALIGNED, at + t * stride);
            even += four & LOW_SHORTS;
            odd += four >>> 16 & LOW_SHORTS;
        }
        sum32.set(JAVA_INT, to, sum32.get(JAVA_INT, to) + (int) even);
        sum32.set(JAVA_INT, to + 4, sum32.get(JAVA_INT, to + 4) + (int) odd);
        sum32.set(JAVA_INT, to + 8, sum32.get(JAVA_INT, to + 8) + (int) (even >>> 32));
        sum32.set(JAVA_INT, to + 12, sum32.get(JAVA_INT, to + 12) + (int) (odd >>> 32));
    }

    static void minU8(Tile tile, MemorySegment min) {
        min(tile, min, tile.samples(), HIGH_OF_BYTES, 7);
    }

    static void maxU8(Tile tile, MemorySegment max) {
        max(tile, max, tile.samples(), HIGH_OF_BYTES, 7);
    }

    static void minU16(Tile tile, MemorySegment min) {
        min(tile, min, 2 * tile.samples(), HIGH_OF_SHORTS, 15);
    }

    static void maxU16(Tile tile, MemorySegment max) {
        max(tile, max, 2 * tile.samples(), HIGH_OF_SHORTS, 15);
    }

    private static void min(Tile tile, MemorySegment min, int bytes, long high, int shift) {
        MemorySegment in = tile.pixels();
        long stride = tile.stride();
        for (int t = 0; t < tile.frames(); t += FRAMES) {
            long at = tile.at(t);
            for (int i = 0; i < bytes; i += 8) {
                long least = min.get(JAVA_LONG, i);
                for (int k = 0; k < FRAMES; k++) {
                    long x = in.get(JAVA_LONG_UNALIGNED, at + k * stride + i);
                    long keep = lanes(atLeast(x, least, high), shift);
                    least = least & keep | x & ~keep;
                }
                min.set(JAVA_LONG, i, least);
            }
        }
    }

    private static void max(Tile tile, MemorySegment max, int bytes, long high, int shift) {
        MemorySegment in = tile.pixels();
        long stride = tile.stride();
        for (int t = 0; t < tile.frames(); t += FRAMES) {
            long at = tile.at(t);
            for (int i = 0; i < bytes; i += 8) {
                long most = max.get(JAVA_LONG, i);
                for (int k = 0; k < FRAMES; k++) {
                    long x = in.get(JAVA_LONG_UNALIGNED, at + k * stride + i);
                    long keep = lanes(atLeast(most, x, high), shift);
                    most = most & keep | x & ~keep;
                }
                max.set(JAVA_LONG, i, most);
            }
        }
    }

    /**
     * Returns the high bit of each lane where a ≥ b, unsigned. The difference of the low bits, with a high bit to borrow from,
     * keeps it if they are in order; it decides where the high bits of a and b are equal.
     */
    private static long atLeast(long a, long b, long high) {
        long difference = (a | high) - (b & ~high);
        return (a & ~b | ~(a ^ b) & difference) & high;
    }

    /** Fills each lane whose high bit is set. */
    private static long lanes(long high, int shift) {
        return high | high - (high >>> shift);
    }
}
