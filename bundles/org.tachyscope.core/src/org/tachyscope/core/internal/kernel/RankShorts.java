package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.I2S;
import static jdk.incubator.vector.VectorOperators.UGE;
import static jdk.incubator.vector.VectorOperators.ULT;
import static jdk.incubator.vector.VectorOperators.UMAX;
import static jdk.incubator.vector.VectorOperators.UMIN;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_S2I;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Passes over columns of U16 for {@link VectorRanks}. */
final class RankShorts implements RankLoops {

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final VectorSpecies<Short> S = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> HALF =
            VectorSpecies.of(short.class, VectorShape.forBitSize(S.vectorBitSize() / 2));
    private static final int SIZE = S.vectorByteSize();

    /** Frames that two vectors of shorts can count. */
    private static final int BLOCK = 2 * 65535 - 2;

    private final MemorySegment scratch;

    RankShorts(Arena arena) {
        scratch = arena.allocate(SIZE, 64);
    }

    private static ShortVector shorts(MemorySegment from, long at) {
        return ShortVector.fromMemorySegment(S, from, at, ORDER);
    }

    /** Narrows one int a lane to scratch. */
    private void pack(MemorySegment ints) {
        for (int i = 0; i < S.length(); i += I.length()) {
            IntVector half = IntVector.fromMemorySegment(I, ints, 4L * i, ORDER);
            ((ShortVector) half.convertShape(I2S, HALF, 0)).intoMemorySegment(scratch, 2L * i, ORDER);
        }
    }

    private static IntVector half(MemorySegment shorts, int i) {
        ShortVector half = ShortVector.fromMemorySegment(HALF, shorts, 2L * i, ORDER);
        return (IntVector) half.convertShape(ZERO_EXTEND_S2I, I, 0);
    }

    /** Widens scratch to one int a lane. */
    private void unpack(MemorySegment ints, long at) {
        for (int i = 0; i < S.length(); i += I.length()) {
            half(scratch, i).intoMemorySegment(ints, at + 4L * i, ORDER);
        }
    }

    private static void clear(MemorySegment ints) {
        for (int i = 0; i < S.length(); i += I.length()) {
            IntVector.zero(I).intoMemorySegment(ints, 4L * i, ORDER);
        }
    }

    /** Widens scratch and adds it to one int a lane. */
    private void addUnpacked(MemorySegment ints) {
        for (int i = 0; i < S.length(); i += I.length()) {
            IntVector sum = IntVector.fromMemorySegment(I, ints, 4L * i, ORDER).add(half(scratch, i));
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
                shorts(in, at + (long) c * SIZE).intoMemorySegment(to, out, ORDER);
            }
        }
    }

    @Override
    public void makeKeys(MemorySegment column, long at, int frames) {}

    @Override
    public void range(MemorySegment column, long at, int frames, LaneState.Bounds bounds, int first) {
        ShortVector low = shorts(column, at);
        ShortVector high = low;
        for (int t = 1; t < frames; t++) {
            ShortVector x = shorts(column, at + (long) t * SIZE);
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
        ShortVector threshold = shorts(scratch, 0);
        clear(state.counts);
        for (int t = 0; t < frames; t += BLOCK) {
            int end = Math.min(BLOCK, frames - t);
            long from = at + (long) t * SIZE;
            ShortVector even = ShortVector.zero(S);
            ShortVector odd = ShortVector.zero(S);
            int i = 0;
            for (; i + 4 <= end; i += 4) {
                long a = from + (long) i * SIZE;
                even = even.add((short) 1, shorts(column, a).compare(ULT, threshold));
                odd = odd.add((short) 1, shorts(column, a + SIZE).compare(ULT, threshold));
                even = even.add((short) 1, shorts(column, a + 2 * SIZE).compare(ULT, threshold));
                odd = odd.add((short) 1, shorts(column, a + 3 * SIZE).compare(ULT, threshold));
            }
            for (; i < end; i++) {
                even = even.add(
                        (short) 1, shorts(column, from + (long) i * SIZE).compare(ULT, threshold));
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
        ShortVector threshold = shorts(scratch, 0);
        ShortVector low = ShortVector.broadcast(S, -1);
        for (int t = 0; t < frames; t++) {
            ShortVector x = shorts(column, at + (long) t * SIZE);
            low = low.lanewise(UMIN, x, x.compare(UGE, threshold));
        }
        low.intoMemorySegment(scratch, 0, ORDER);
        unpack(state.least, 0);
    }

    @Override
    public void leastFew(MemorySegment column, long at, int frames, LaneState state) {
        pack(state.threshold);
        ShortVector threshold = shorts(scratch, 0);
        ShortVector none = ShortVector.broadcast(S, -1);
        ShortVector first = none;
        ShortVector second = none;
        ShortVector third = none;
        ShortVector fourth = none;
        for (int t = 0; t < frames; t++) {
            ShortVector all = shorts(column, at + (long) t * SIZE);
            ShortVector x = none.blend(all, all.compare(UGE, threshold));
            ShortVector y = first.lanewise(UMAX, x);
            first = first.lanewise(UMIN, x);
            ShortVector z = second.lanewise(UMAX, y);
            second = second.lanewise(UMIN, y);
            fourth = fourth.lanewise(UMIN, third.lanewise(UMAX, z));
            third = third.lanewise(UMIN, z);
        }
        long lanes = 4L * S.length();
        first.intoMemorySegment(scratch, 0, ORDER);
        unpack(state.least, 0);
        second.intoMemorySegment(scratch, 0, ORDER);
        unpack(state.least, lanes);
        third.intoMemorySegment(scratch, 0, ORDER);
        unpack(state.least, 2 * lanes);
        fourth.intoMemorySegment(scratch, 0, ORDER);
        unpack(state.least, 3 * lanes);
    }
}
