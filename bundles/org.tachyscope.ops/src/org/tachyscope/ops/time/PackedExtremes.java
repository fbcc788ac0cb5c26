package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.PixelType;

/**
 * Finds smallest or largest integers, eight bytes or four shorts at a time in the lanes of a {@code long}. A lane's top bits are
 * compared first; below them, a subtraction with the top bit set borrows from no other lane (L. Lamport 1975).
 */
final class PackedExtremes implements Cells<PackedExtremes.Packed> {

    private final Tile tile;
    private final boolean largest;
    private final int lane;
    private final long top;
    private final Packed scratch;

    PackedExtremes(Tile tile, boolean largest) {
        this.tile = tile;
        this.largest = largest;
        lane = 8 * tile.type().bytes();
        top = tile.type() == PixelType.U8 ? 0x8080808080808080L : 0x8000800080008000L;
        scratch = make();
    }

    /** Holds packed samples, seen as words and as memory. */
    record Packed(long[] words, MemorySegment memory) {}

    @Override
    public Packed make() {
        long bytes = bytes();
        long[] words = new long[(int) ((bytes + 7) / 8)];
        return new Packed(words, MemorySegment.ofArray(words).asSlice(0, bytes));
    }

    private long bytes() {
        return (long) tile.samples() * tile.type().bytes();
    }

    @Override
    public void load(long frame, Packed to) throws IOException {
        to.memory.copyFrom(tile.raw(frame));
    }

    @Override
    public void append(Packed to, long frame) throws IOException {
        load(frame, scratch);
        combine(to, scratch, to);
    }

    @Override
    public void combine(Packed early, Packed late, Packed to) {
        if (largest) {
            larger(early.words, late.words, to.words, top, lane - 1);
        } else {
            smaller(early.words, late.words, to.words, top, lane - 1);
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
    public void copy(Packed from, Packed to) {
        System.arraycopy(from.words, 0, to.words, 0, to.words.length);
    }

    @Override
    public void write(Packed values, long count, MemorySegment out) {
        out.copyFrom(values.memory);
    }
}
