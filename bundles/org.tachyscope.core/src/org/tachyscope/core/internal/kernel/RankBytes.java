package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.I2B;
import static jdk.incubator.vector.VectorOperators.UGE;
import static jdk.incubator.vector.VectorOperators.ULT;
import static jdk.incubator.vector.VectorOperators.UMAX;
import static jdk.incubator.vector.VectorOperators.UMIN;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_B2I;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Passes over columns of U8 for {@link VectorRanks}. */
final class RankBytes implements RankLoops {

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final VectorSpecies<Byte> B = ByteVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Byte> QUARTER =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(B.vectorBitSize() / 4));
    private static final int SIZE = B.vectorByteSize();

    /** Frames that two vectors of bytes can count. */
    private static final int BLOCK = 508;

    private final MemorySegment scratch;

    RankBytes(Arena arena) {
        scratch = arena.allocate(SIZE, 64);
    }

    private static ByteVector bytes(MemorySegment from, long at) {
        return ByteVector.fromMemorySegment(B, from, at, ORDER);
    }

    /** Narrows one int a lane to scratch. */
    private void pack(MemorySegment ints) {
        for (int i = 0; i < SIZE; i += I.length()) {
            IntVector quarter = IntVector.fromMemorySegment(I, ints, 4L * i, ORDER);
            ((ByteVector) quarter.convertShape(I2B, QUARTER, 0)).intoMemorySegment(scratch, i, ORDER);
        }
    }

    private static IntVector quarter(MemorySegment bytes, int i) {
        ByteVector quarter = ByteVector.fromMemorySegment(QUARTER, bytes, i, ORDER);
        return (IntVector) quarter.convertShape(ZERO_EXTEND_B2I, I, 0);
    }

    /** Widens scratch to one int a lane. */
    private void unpack(MemorySegment ints, long at) {
        for (int i = 0; i < SIZE; i += I.length()) {
            quarter(scratch, i).intoMemorySegment(ints, at + 4L * i, ORDER);
        }
    }

    private static void clear(MemorySegment ints) {
        for (int i = 0; i < SIZE; i += I.length()) {
            IntVector.zero(I).intoMemorySegment(ints, 4L * i, ORDER);
        }
    }

    /** Widens scratch and adds it to one int a lane. */
    private void addUnpacked(MemorySegment ints) {
        for (int i = 0; i < SIZE; i += I.length()) {
            IntVector sum = IntVector.fromMemorySegment(I, ints, 4L * i, ORDER).add(quarter(scratch, i));
            sum.intoMemorySegment(ints, 4L * i, ORDER);
        }
    }

    @Override
    public void gather(Tile tile, int columns, MemorySegment to, long columnBytes) {
        MemorySegment in = tile.pixels();
        for (int t = 0; t < tile.frames(); t++) {
            long at = tile.at(t);
            for (int c = 0; c < columns; c++) {
                long out = c * columnBytes + (long) t * SIZE;
                bytes(in, at + (long) c * SIZE).intoMemorySegment(to, out, ORDER);
            }
        }
    }

    @Override
    public void makeKeys(MemorySegment column, long at, int frames) {}

    @Override
    public void range(MemorySegment column, long at, int frames, LaneState.Bounds bounds, int first) {
        ByteVector low = bytes(column, at);
        ByteVector high = low;
        for (int t = 1; t < frames; t++) {
            ByteVector x = bytes(column, at + (long) t * SIZE);
            low = low.lanewise(UMIN, x);
            high = high.lanewise(UMAX, x);
        }
        low.intoMemorySegment(scratch, 0, ORDER);
        unpack(bounds.least(), 4L * first);
        high.intoMemorySegment(scratch, 0, ORDER);
        unpack(bounds.most(), 4L * first);
    }

    @Override
    public void count(MemorySegment column, long at, int frames, LaneState state) {
        pack(state.threshold);
        ByteVector threshold = bytes(scratch, 0);
        clear(state.counts);
        for (int t = 0; t < frames; t += BLOCK) {
            int end = Math.min(BLOCK, frames - t);
            long from = at + (long) t * SIZE;
            ByteVector even = ByteVector.zero(B);
            ByteVector odd = ByteVector.zero(B);
            int i = 0;
            for (; i + 4 <= end; i += 4) {
                long a = from + (long) i * SIZE;
                even = even.add((byte) 1, bytes(column, a).compare(ULT, threshold));
                odd = odd.add((byte) 1, bytes(column, a + SIZE).compare(ULT, threshold));
                even = even.add((byte) 1, bytes(column, a + 2 * SIZE).compare(ULT, threshold));
                odd = odd.add((byte) 1, bytes(column, a + 3 * SIZE).compare(ULT, threshold));
            }
            for (; i < end; i++) {
                even = even.add((byte) 1, bytes(column, from + (long) i * SIZE).compare(ULT, threshold));
            }
            even.intoMemorySegment(scratch, 0, ORDER);
            addUnpacked(state.counts);
            odd.intoMemorySegment(scratch, 0, ORDER);
            addUnpacked(state.counts);
        }
    }

    @Override
    public void least(MemorySegment column, long at, int frames, LaneState state) {
        pack(state.threshold);
        ByteVector threshold = bytes(scratch, 0);
        ByteVector even = ByteVector.broadcast(B, -1);
        ByteVector odd = even;
        int t = 0;
        for (; t + 2 <= frames; t += 2) {
            ByteVector x = bytes(column, at + (long) t * SIZE);
            ByteVector y = bytes(column, at + (long) t * SIZE + SIZE);
            even = even.lanewise(UMIN, x, x.compare(UGE, threshold));
            odd = odd.lanewise(UMIN, y, y.compare(UGE, threshold));
        }
        if (t < frames) {
            ByteVector x = bytes(column, at + (long) t * SIZE);
            even = even.lanewise(UMIN, x, x.compare(UGE, threshold));
        }
        even.lanewise(UMIN, odd).intoMemorySegment(scratch, 0, ORDER);
        unpack(state.least, 0);
    }

    @Override
    public void leastFew(MemorySegment column, long at, int frames, LaneState state) {
        throw new UnsupportedOperationException("bytes are bisected to the end");
    }
}
