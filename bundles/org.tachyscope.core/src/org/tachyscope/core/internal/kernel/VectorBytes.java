package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.UMAX;
import static jdk.incubator.vector.VectorOperators.UMIN;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_B2S;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Folds U8 tiles for {@link VectorKernels}. What is left at the right end of a tile goes to {@link ScalarKernels}. */
final class VectorBytes {

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final VectorSpecies<Byte> B = ByteVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> S = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Byte> HALF_B =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(B.vectorBitSize() / 2));

    private static final ScalarKernels SCALAR = new ScalarKernels();

    private VectorBytes() {}

    private static ShortVector u8(MemorySegment in, long at) {
        return (ShortVector) ByteVector.fromMemorySegment(HALF_B, in, at, ORDER).convertShape(ZERO_EXTEND_B2S, S, 0);
    }

    private static ShortVector shorts(MemorySegment in, long at) {
        return ShortVector.fromMemorySegment(S, in, at, ORDER);
    }

    private static ByteVector bytes(MemorySegment in, long at) {
        return ByteVector.fromMemorySegment(B, in, at, ORDER);
    }

    private static IntVector ints(MemorySegment in, long at) {
        return IntVector.fromMemorySegment(I, in, at, ORDER);
    }

    static void sum(Tile tile, MemorySegment sum16) {
        int end = S.loopBound(tile.samples());
        int t = 0;
        for (; t + 8 <= tile.frames(); t += 8) {
            sumBy8(tile.pixels(), tile.at(t), tile.stride(), end, sum16);
        }
        for (; t < tile.frames(); t++) {
            sumBy1(tile.pixels(), tile.at(t), end, sum16);
        }
        if (end < tile.samples()) {
            SCALAR.sumU8(tile.tail(end, 1), sum16.asSlice(2L * end));
        }
    }

    private static void sumBy8(MemorySegment in, long at, long stride, int end, MemorySegment sum16) {
        for (int i = 0; i < end; i += S.length()) {
            long a = at + i;
            ShortVector s = u8(in, a).add(u8(in, a + stride));
            ShortVector u = u8(in, a + 2 * stride).add(u8(in, a + 3 * stride));
            ShortVector v = u8(in, a + 4 * stride).add(u8(in, a + 5 * stride));
            ShortVector w = u8(in, a + 6 * stride).add(u8(in, a + 7 * stride));
            shorts(sum16, 2L * i).add(s.add(u).add(v.add(w))).intoMemorySegment(sum16, 2L * i, ORDER);
        }
    }

    private static void sumBy1(MemorySegment in, long at, int end, MemorySegment sum16) {
        for (int i = 0; i < end; i += S.length()) {
            shorts(sum16, 2L * i).add(u8(in, at + i)).intoMemorySegment(sum16, 2L * i, ORDER);
        }
    }

    static void squares(Tile tile, MemorySegment sum16, MemorySegment even32, MemorySegment odd32) {
        int end = S.loopBound(tile.samples());
        int t = 0;
        for (; t + 3 <= tile.frames(); t += 3) {
            squaresBy3(tile.pixels(), tile.at(t), tile.stride(), end, sum16, even32, odd32);
        }
        for (; t < tile.frames(); t++) {
            squaresBy1(tile.pixels(), tile.at(t), end, sum16, even32, odd32);
        }
        if (end < tile.samples()) {
            SCALAR.squaresU8(
                    tile.tail(end, 1), sum16.asSlice(2L * end), even32.asSlice(2L * end), odd32.asSlice(2L * end));
        }
    }

    private static void squaresBy3(
            MemorySegment in,
            long at,
            long stride,
            int end,
            MemorySegment sum16,
            MemorySegment even32,
            MemorySegment odd32) {
        for (int i = 0; i < end; i += S.length()) {
            long a = at + i;
            ShortVector u = u8(in, a).sub((short) 128);
            ShortVector v = u8(in, a + stride).sub((short) 128);
            ShortVector w = u8(in, a + 2 * stride).sub((short) 128);
            shorts(sum16, 2L * i).add(u.add(v).add(w)).intoMemorySegment(sum16, 2L * i, ORDER);
            addSplit(u.mul(u).add(v.mul(v)).add(w.mul(w)), even32, odd32, 2L * i);
        }
    }

    private static void squaresBy1(
            MemorySegment in, long at, int end, MemorySegment sum16, MemorySegment even32, MemorySegment odd32) {
        for (int i = 0; i < end; i += S.length()) {
            ShortVector u = u8(in, at + i).sub((short) 128);
            shorts(sum16, 2L * i).add(u).intoMemorySegment(sum16, 2L * i, ORDER);
            addSplit(u.mul(u), even32, odd32, 2L * i);
        }
    }

    /** Adds the even and the odd numbers of {@code unsigned} to different accumulators: cheaper than keeping their order. */
    private static void addSplit(ShortVector unsigned, MemorySegment even32, MemorySegment odd32, long at) {
        IntVector pairs = unsigned.reinterpretAsInts();
        ints(even32, at).add(pairs.and(0xffff)).intoMemorySegment(even32, at, ORDER);
        ints(odd32, at).add(pairs.lanewise(LSHR, 16)).intoMemorySegment(odd32, at, ORDER);
    }

    static void min(Tile tile, MemorySegment min) {
        int end = B.loopBound(tile.samples());
        int t = 0;
        for (; t + 8 <= tile.frames(); t += 8) {
            minBy8(tile.pixels(), tile.at(t), tile.stride(), end, min);
        }
        for (; t < tile.frames(); t++) {
            minBy1(tile.pixels(), tile.at(t), end, min);
        }
        if (end < tile.samples()) {
            SCALAR.minU8(tile.tail(end, 1), min.asSlice(end));
        }
    }

    private static void minBy8(MemorySegment in, long at, long stride, int end, MemorySegment min) {
        for (int i = 0; i < end; i += B.length()) {
            long a = at + i;
            ByteVector s = bytes(in, a).lanewise(UMIN, bytes(in, a + stride));
            ByteVector u = bytes(in, a + 2 * stride).lanewise(UMIN, bytes(in, a + 3 * stride));
            ByteVector v = bytes(in, a + 4 * stride).lanewise(UMIN, bytes(in, a + 5 * stride));
            ByteVector w = bytes(in, a + 6 * stride).lanewise(UMIN, bytes(in, a + 7 * stride));
            s = s.lanewise(UMIN, u).lanewise(UMIN, v.lanewise(UMIN, w));
            bytes(min, i).lanewise(UMIN, s).intoMemorySegment(min, i, ORDER);
        }
    }

    private static void minBy1(MemorySegment in, long at, int end, MemorySegment min) {
        for (int i = 0; i < end; i += B.length()) {
            bytes(min, i).lanewise(UMIN, bytes(in, at + i)).intoMemorySegment(min, i, ORDER);
        }
    }

    static void max(Tile tile, MemorySegment max) {
        int end = B.loopBound(tile.samples());
        int t = 0;
        for (; t + 8 <= tile.frames(); t += 8) {
            maxBy8(tile.pixels(), tile.at(t), tile.stride(), end, max);
        }
        for (; t < tile.frames(); t++) {
            maxBy1(tile.pixels(), tile.at(t), end, max);
        }
        if (end < tile.samples()) {
            SCALAR.maxU8(tile.tail(end, 1), max.asSlice(end));
        }
    }

    private static void maxBy8(MemorySegment in, long at, long stride, int end, MemorySegment max) {
        for (int i = 0; i < end; i += B.length()) {
            long a = at + i;
            ByteVector s = bytes(in, a).lanewise(UMAX, bytes(in, a + stride));
            ByteVector u = bytes(in, a + 2 * stride).lanewise(UMAX, bytes(in, a + 3 * stride));
            ByteVector v = bytes(in, a + 4 * stride).lanewise(UMAX, bytes(in, a + 5 * stride));
            ByteVector w = bytes(in, a + 6 * stride).lanewise(UMAX, bytes(in, a + 7 * stride));
            s = s.lanewise(UMAX, u).lanewise(UMAX, v.lanewise(UMAX, w));
            bytes(max, i).lanewise(UMAX, s).intoMemorySegment(max, i, ORDER);
        }
    }

    private static void maxBy1(MemorySegment in, long at, int end, MemorySegment max) {
        for (int i = 0; i < end; i += B.length()) {
            bytes(max, i).lanewise(UMAX, bytes(in, at + i)).intoMemorySegment(max, i, ORDER);
        }
    }
}
