package org.tachyscope.ops.time;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.PixelType;

/**
 * Finds smallest or largest integers, eight bytes or four shorts at a time in the lanes of a {@code long}. A lane's top bits are
 * compared first; below them, a subtraction with the top bit set borrows from no other lane (L. Lamport 1975).
 *
 * <p>Arrays are filled by longs and never seen as memory: Java 25's optimizing compiler has read elements from before a copy of
 * less than 64 bytes to a segment of the array.
 */
final class PackedExtremes implements Cells<long[]> {

    private final Tile tile;
    private final boolean largest;
    private final int lane;
    private final long top;
    private final int bytes;
    private final long[] scratch;

    PackedExtremes(Tile tile, boolean largest) {
        this.tile = tile;
        this.largest = largest;
        lane = 8 * tile.type().bytes();
        top = tile.type() == PixelType.U8 ? 0x8080808080808080L : 0x8000800080008000L;
        bytes = tile.samples() * tile.type().bytes();
        scratch = make();
    }

    @Override
    public long[] make() {
        return new long[(bytes + 7) / 8];
    }

    @Override
    public void load(long frame, long[] to) throws IOException {
        MemorySegment from = tile.raw(frame);
        int whole = bytes / 8;
        MemorySegment.copy(from, JAVA_LONG_UNALIGNED, 0, to, 0, whole);
        if (whole < to.length) {
            long rest = 0;
            for (int i = 8 * whole; i < bytes; i++) {
                rest |= (from.get(JAVA_BYTE, i) & 0xffL) << 8 * (i % 8);
            }
            to[whole] = rest;
        }
    }

    @Override
    public void append(long[] to, long frame) throws IOException {
        load(frame, scratch);
        combine(to, scratch, to);
    }

    @Override
    public void combine(long[] early, long[] late, long[] to) {
        if (largest) {
            larger(early, late, to, top, lane - 1);
        } else {
            smaller(early, late, to, top, lane - 1);
        }
    }

    private static void larger(long[] a, long[] b, long[] to, long top, int shift) {
        for (int i = 0; i < to.length; i++) {
            long x = a[i];
            long y = b[i];
            long below = (x | top) - (y & ~top);
            long notLess = (x & ~y | ~(x ^ y) & below) & top;
            long mask = (notLess << 1) - (notLess >>> shift);
            to[i] = y ^ (x ^ y) & mask;
        }
    }

    private static void smaller(long[] a, long[] b, long[] to, long top, int shift) {
        for (int i = 0; i < to.length; i++) {
            long x = a[i];
            long y = b[i];
            long below = (x | top) - (y & ~top);
            long notLess = (x & ~y | ~(x ^ y) & below) & top;
            long mask = (notLess << 1) - (notLess >>> shift);
            to[i] = x ^ (x ^ y) & mask;
        }
    }

    @Override
    public void copy(long[] from, long[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    @Override
    public void write(long[] values, long count, MemorySegment out) {
        int whole = bytes / 8;
        MemorySegment.copy(values, 0, out, JAVA_LONG_UNALIGNED, 0, whole);
        for (int i = 8 * whole; i < bytes; i++) {
            out.set(JAVA_BYTE, i, (byte) (values[whole] >>> 8 * (i % 8)));
        }
    }
}
