package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Passes over columns of F32, as {@link Keys}, for {@link VectorRanks}. */
final class RankInts implements RankLoops {

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
    private static final int SIZE = I.vectorByteSize();
    private static final int MAGNITUDE = 0x7fffffff;
    private static final int INFINITY = 0x7f800000;

    private static IntVector ints(MemorySegment from, long at) {
        return IntVector.fromMemorySegment(I, from, at, ORDER);
    }

    private static IntVector keys(IntVector bits) {
        IntVector keys = bits.lanewise(ASHR, 31).and(MAGNITUDE).lanewise(XOR, bits);
        return keys.blend(Keys.NAN, bits.and(MAGNITUDE).compare(GT, INFINITY));
    }

    @Override
    public void gather(Tile tile, int columns, MemorySegment to, long columnBytes) {
        MemorySegment in = tile.pixels();
        for (int t = 0; t < tile.frames(); t++) {
            long at = tile.at(t);
            for (int c = 0; c < columns; c++) {
                long out = c * columnBytes + (long) t * SIZE;
                keys(ints(in, at + (long) c * SIZE)).intoMemorySegment(to, out, ORDER);
            }
        }
    }

    @Override
    public void makeKeys(MemorySegment column, long at, int frames) {
        for (int t = 0; t < frames; t++) {
            long a = at + (long) t * SIZE;
            keys(ints(column, a)).intoMemorySegment(column, a, ORDER);
        }
    }

    @Override
    public void range(MemorySegment column, long at, int frames, LaneState.Bounds bounds, int first) {
        IntVector low = ints(column, at);
        IntVector high = low;
        for (int t = 1; t < frames; t++) {
            IntVector x = ints(column, at + (long) t * SIZE);
            low = low.min(x);
            high = high.max(x);
        }
        low.intoMemorySegment(bounds.least(), 4L * first, ORDER);
        high.intoMemorySegment(bounds.most(), 4L * first, ORDER);
    }

    @Override
    public void count(MemorySegment column, long at, int frames, LaneState state) {
        IntVector threshold = ints(state.threshold, 0);
        IntVector even = IntVector.zero(I);
        IntVector odd = IntVector.zero(I);
        int t = 0;
        for (; t + 4 <= frames; t += 4) {
            long a = at + (long) t * SIZE;
            even = even.add(1, ints(column, a).compare(LT, threshold));
            odd = odd.add(1, ints(column, a + SIZE).compare(LT, threshold));
            even = even.add(1, ints(column, a + 2 * SIZE).compare(LT, threshold));
            odd = odd.add(1, ints(column, a + 3 * SIZE).compare(LT, threshold));
        }
        for (; t < frames; t++) {
            even = even.add(1, ints(column, at + (long) t * SIZE).compare(LT, threshold));
        }
        even.add(odd).intoMemorySegment(state.counts, 0, ORDER);
    }

    @Override
    public void least(MemorySegment column, long at, int frames, LaneState state) {
        IntVector threshold = ints(state.threshold, 0);
        IntVector low = IntVector.broadcast(I, Keys.NAN);
        for (int t = 0; t < frames; t++) {
            IntVector x = ints(column, at + (long) t * SIZE);
            low = low.lanewise(MIN, x, x.compare(GE, threshold));
        }
        low.intoMemorySegment(state.least, 0, ORDER);
    }

    @Override
    public void leastFew(MemorySegment column, long at, int frames, LaneState state) {
        IntVector threshold = ints(state.threshold, 0);
        IntVector none = IntVector.broadcast(I, Keys.NAN);
        IntVector first = none;
        IntVector second = none;
        IntVector third = none;
        IntVector fourth = none;
        for (int t = 0; t < frames; t++) {
            IntVector all = ints(column, at + (long) t * SIZE);
            IntVector x = none.blend(all, all.compare(GE, threshold));
            IntVector y = first.max(x);
            first = first.min(x);
            IntVector z = second.max(y);
            second = second.min(y);
            fourth = fourth.min(third.max(z));
            third = third.min(z);
        }
        first.intoMemorySegment(state.least, 0, ORDER);
        second.intoMemorySegment(state.least, SIZE, ORDER);
        third.intoMemorySegment(state.least, 2 * SIZE, ORDER);
        fourth.intoMemorySegment(state.least, 3 * SIZE, ORDER);
    }
}
