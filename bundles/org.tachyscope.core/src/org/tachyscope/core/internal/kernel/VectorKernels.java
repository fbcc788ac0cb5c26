package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.I2L;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.S2I;
import static jdk.incubator.vector.VectorOperators.UMAX;
import static jdk.incubator.vector.VectorOperators.UMIN;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_I2L;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_S2I;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Folds several frames at once into vectors of accumulators, with vectors of the width that the processor prefers. What is
 * left at the right end of a tile goes to {@link ScalarKernels}.
 */
final class VectorKernels implements Kernels {

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final VectorSpecies<Byte> B = ByteVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> S = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> L = LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
    private static final VectorShape HALF = VectorShape.forBitSize(B.vectorBitSize() / 2);
    private static final VectorSpecies<Short> HALF_S = VectorSpecies.of(short.class, HALF);
    private static final VectorSpecies<Integer> HALF_I = VectorSpecies.of(int.class, HALF);
    private static final VectorSpecies<Float> HALF_F = VectorSpecies.of(float.class, HALF);

    private final ScalarKernels scalar = new ScalarKernels();

    private static ShortVector shorts(MemorySegment in, long at) {
        return ShortVector.fromMemorySegment(S, in, at, ORDER);
    }

    private static IntVector ints(MemorySegment in, long at) {
        return IntVector.fromMemorySegment(I, in, at, ORDER);
    }

    private static LongVector longs(MemorySegment in, long at) {
        return LongVector.fromMemorySegment(L, in, at, ORDER);
    }

    private static FloatVector floats(MemorySegment in, long at) {
        return FloatVector.fromMemorySegment(F, in, at, ORDER);
    }

    private static DoubleVector doubles(MemorySegment in, long at) {
        return DoubleVector.fromMemorySegment(D, in, at, ORDER);
    }

    private static IntVector u16(MemorySegment in, long at) {
        return (IntVector) ShortVector.fromMemorySegment(HALF_S, in, at, ORDER).convertShape(ZERO_EXTEND_S2I, I, 0);
    }

    private static DoubleVector f32(MemorySegment in, long at) {
        return (DoubleVector)
                FloatVector.fromMemorySegment(HALF_F, in, at, ORDER).convertShape(F2D, D, 0);
    }

    @Override
    public void sumU8(Tile tile, MemorySegment sum16) {
        VectorBytes.sum(tile, sum16);
    }

    @Override
    public void squaresU8(Tile tile, MemorySegment sum16, MemorySegment even32, MemorySegment odd32) {
        VectorBytes.squares(tile, sum16, even32, odd32);
    }

    @Override
    public void minU8(Tile tile, MemorySegment min) {
        VectorBytes.min(tile, min);
    }

    @Override
    public void maxU8(Tile tile, MemorySegment max) {
        VectorBytes.max(tile, max);
    }

    @Override
    public void minU16(Tile tile, MemorySegment min) {
        int end = S.loopBound(tile.samples());
        int t = 0;
        for (; t + 8 <= tile.frames(); t += 8) {
            minU16By8(tile.pixels(), tile.at(t), tile.stride(), end, min);
        }
        for (; t < tile.frames(); t++) {
            minU16By1(tile.pixels(), tile.at(t), end, min);
        }
        if (end < tile.samples()) {
            scalar.minU16(tile.tail(end, 2), min.asSlice(2L * end));
        }
    }

    private static void minU16By8(MemorySegment in, long at, long stride, int end, MemorySegment min) {
        for (int i = 0; i < end; i += S.length()) {
            long a = at + 2L * i;
            ShortVector s = shorts(in, a).lanewise(UMIN, shorts(in, a + stride));
            ShortVector u = shorts(in, a + 2 * stride).lanewise(UMIN, shorts(in, a + 3 * stride));
            ShortVector v = shorts(in, a + 4 * stride).lanewise(UMIN, shorts(in, a + 5 * stride));
            ShortVector w = shorts(in, a + 6 * stride).lanewise(UMIN, shorts(in, a + 7 * stride));
            s = s.lanewise(UMIN, u).lanewise(UMIN, v.lanewise(UMIN, w));
            shorts(min, 2L * i).lanewise(UMIN, s).intoMemorySegment(min, 2L * i, ORDER);
        }
    }

    private static void minU16By1(MemorySegment in, long at, int end, MemorySegment min) {
        for (int i = 0; i < end; i += S.length()) {
            shorts(min, 2L * i).lanewise(UMIN, shorts(in, at + 2L * i)).intoMemorySegment(min, 2L * i, ORDER);
        }
    }

    @Override
    public void maxU16(Tile tile, MemorySegment max) {
        int end = S.loopBound(tile.samples());
        int t = 0;
        for (; t + 8 <= tile.frames(); t += 8) {
            maxU16By8(tile.pixels(), tile.at(t), tile.stride(), end, max);
        }
        for (; t < tile.frames(); t++) {
            maxU16By1(tile.pixels(), tile.at(t), end, max);
        }
        if (end < tile.samples()) {
            scalar.maxU16(tile.tail(end, 2), max.asSlice(2L * end));
        }
    }

    private static void maxU16By8(MemorySegment in, long at, long stride, int end, MemorySegment max) {
        for (int i = 0; i < end; i += S.length()) {
            long a = at + 2L * i;
            ShortVector s = shorts(in, a).lanewise(UMAX, shorts(in, a + stride));
            ShortVector u = shorts(in, a + 2 * stride).lanewise(UMAX, shorts(in, a + 3 * stride));
            ShortVector v = shorts(in, a + 4 * stride).lanewise(UMAX, shorts(in, a + 5 * stride));
            ShortVector w = shorts(in, a + 6 * stride).lanewise(UMAX, shorts(in, a + 7 * stride));
            s = s.lanewise(UMAX, u).lanewise(UMAX, v.lanewise(UMAX, w));
            shorts(max, 2L * i).lanewise(UMAX, s).intoMemorySegment(max, 2L * i, ORDER);
        }
    }

    private static void maxU16By1(MemorySegment in, long at, int end, MemorySegment max) {
        for (int i = 0; i < end; i += S.length()) {
            shorts(max, 2L * i).lanewise(UMAX, shorts(in, at + 2L * i)).intoMemorySegment(max, 2L * i, ORDER);
        }
    }

    @Override
    public void sumU16(Tile tile, MemorySegment sum32) {
        int end = I.loopBound(tile.samples());
        int t = 0;
        for (; t + 8 <= tile.frames(); t += 8) {
            sumU16By8(tile.pixels(), tile.at(t), tile.stride(), end, sum32);
        }
        for (; t < tile.frames(); t++) {
            sumU16By1(tile.pixels(), tile.at(t), end, sum32);
        }
        if (end < tile.samples()) {
            scalar.sumU16(tile.tail(end, 2), sum32.asSlice(4L * end));
        }
    }

    private static void sumU16By8(MemorySegment in, long at, long stride, int end, MemorySegment sum32) {
        for (int i = 0; i < end; i += I.length()) {
            long a = at + 2L * i;
            IntVector s = u16(in, a).add(u16(in, a + stride));
            IntVector u = u16(in, a + 2 * stride).add(u16(in, a + 3 * stride));
            IntVector v = u16(in, a + 4 * stride).add(u16(in, a + 5 * stride));
            IntVector w = u16(in, a + 6 * stride).add(u16(in, a + 7 * stride));
            ints(sum32, 4L * i).add(s.add(u).add(v.add(w))).intoMemorySegment(sum32, 4L * i, ORDER);
        }
    }

    private static void sumU16By1(MemorySegment in, long at, int end, MemorySegment sum32) {
        for (int i = 0; i < end; i += I.length()) {
            ints(sum32, 4L * i).add(u16(in, at + 2L * i)).intoMemorySegment(sum32, 4L * i, ORDER);
        }
    }

    @Override
    public void squaresU16(Tile tile, MemorySegment sum32, MemorySegment even64, MemorySegment odd64) {
        int end = I.loopBound(tile.samples());
        int t = 0;
        for (; t + 3 <= tile.frames(); t += 3) {
            squaresU16By3(tile.pixels(), tile.at(t), tile.stride(), end, sum32, even64, odd64);
        }
        for (; t < tile.frames(); t++) {
            squaresU16By1(tile.pixels(), tile.at(t), end, sum32, even64, odd64);
        }
        if (end < tile.samples()) {
            scalar.squaresU16(
                    tile.tail(end, 2), sum32.asSlice(4L * end), even64.asSlice(4L * end), odd64.asSlice(4L * end));
        }
    }

    private static void squaresU16By3(
            MemorySegment in,
            long at,
            long stride,
            int end,
            MemorySegment sum32,
            MemorySegment even64,
            MemorySegment odd64) {
        for (int i = 0; i < end; i += I.length()) {
            long a = at + 2L * i;
            IntVector u = u16(in, a).sub(32768);
            IntVector v = u16(in, a + stride).sub(32768);
            IntVector w = u16(in, a + 2 * stride).sub(32768);
            ints(sum32, 4L * i).add(u.add(v).add(w)).intoMemorySegment(sum32, 4L * i, ORDER);
            addSplit(u.mul(u).add(v.mul(v)).add(w.mul(w)), even64, odd64, 4L * i);
        }
    }

    private static void squaresU16By1(
            MemorySegment in, long at, int end, MemorySegment sum32, MemorySegment even64, MemorySegment odd64) {
        for (int i = 0; i < end; i += I.length()) {
            IntVector u = u16(in, at + 2L * i).sub(32768);
            ints(sum32, 4L * i).add(u).intoMemorySegment(sum32, 4L * i, ORDER);
            addSplit(u.mul(u), even64, odd64, 4L * i);
        }
    }

    private static void addSplit(IntVector unsigned, MemorySegment even64, MemorySegment odd64, long at) {
        LongVector pairs = unsigned.reinterpretAsLongs();
        longs(even64, at).add(pairs.and(0xffffffffL)).intoMemorySegment(even64, at, ORDER);
        longs(odd64, at).add(pairs.lanewise(LSHR, 32)).intoMemorySegment(odd64, at, ORDER);
    }

    @Override
    public void sumF32(Tile tile, MemorySegment pivot32, MemorySegment sum64) {
        int end = D.loopBound(tile.samples());
        int t = 0;
        for (; t + 8 <= tile.frames(); t += 8) {
            sumF32By8(tile.pixels(), tile.at(t), tile.stride(), end, pivot32, sum64);
        }
        for (; t < tile.frames(); t++) {
            sumF32By1(tile.pixels(), tile.at(t), end, pivot32, sum64);
        }
        if (end < tile.samples()) {
            scalar.sumF32(tile.tail(end, 4), pivot32.asSlice(4L * end), sum64.asSlice(8L * end));
        }
    }

    private static void sumF32By8(
            MemorySegment in, long at, long stride, int end, MemorySegment pivot32, MemorySegment sum64) {
        for (int i = 0; i < end; i += D.length()) {
            long a = at + 4L * i;
            DoubleVector p = f32(pivot32, 4L * i);
            DoubleVector s = doubles(sum64, 8L * i);
            s = s.add(f32(in, a).sub(p));
            s = s.add(f32(in, a + stride).sub(p));
            s = s.add(f32(in, a + 2 * stride).sub(p));
            s = s.add(f32(in, a + 3 * stride).sub(p));
            s = s.add(f32(in, a + 4 * stride).sub(p));
            s = s.add(f32(in, a + 5 * stride).sub(p));
            s = s.add(f32(in, a + 6 * stride).sub(p));
            s = s.add(f32(in, a + 7 * stride).sub(p));
            s.intoMemorySegment(sum64, 8L * i, ORDER);
        }
    }

    private static void sumF32By1(MemorySegment in, long at, int end, MemorySegment pivot32, MemorySegment sum64) {
        for (int i = 0; i < end; i += D.length()) {
            DoubleVector d = f32(in, at + 4L * i).sub(f32(pivot32, 4L * i));
            doubles(sum64, 8L * i).add(d).intoMemorySegment(sum64, 8L * i, ORDER);
        }
    }

    @Override
    public void squaresF32(Tile tile, MemorySegment pivot32, MemorySegment sum64, MemorySegment squares64) {
        int end = D.loopBound(tile.samples());
        int t = 0;
        for (; t + 4 <= tile.frames(); t += 4) {
            squaresF32By4(tile.pixels(), tile.at(t), tile.stride(), end, pivot32, sum64, squares64);
        }
        for (; t < tile.frames(); t++) {
            squaresF32By1(tile.pixels(), tile.at(t), end, pivot32, sum64, squares64);
        }
        if (end < tile.samples()) {
            scalar.squaresF32(
                    tile.tail(end, 4), pivot32.asSlice(4L * end), sum64.asSlice(8L * end), squares64.asSlice(8L * end));
        }
    }

    private static void squaresF32By4(
            MemorySegment in,
            long at,
            long stride,
            int end,
            MemorySegment pivot32,
            MemorySegment sum64,
            MemorySegment squares64) {
        for (int i = 0; i < end; i += D.length()) {
            long a = at + 4L * i;
            DoubleVector p = f32(pivot32, 4L * i);
            DoubleVector d0 = f32(in, a).sub(p);
            DoubleVector d1 = f32(in, a + stride).sub(p);
            DoubleVector d2 = f32(in, a + 2 * stride).sub(p);
            DoubleVector d3 = f32(in, a + 3 * stride).sub(p);
            DoubleVector s = doubles(sum64, 8L * i).add(d0).add(d1).add(d2).add(d3);
            s.intoMemorySegment(sum64, 8L * i, ORDER);
            DoubleVector q = doubles(squares64, 8L * i).add(d0.mul(d0)).add(d1.mul(d1));
            q.add(d2.mul(d2)).add(d3.mul(d3)).intoMemorySegment(squares64, 8L * i, ORDER);
        }
    }

    private static void squaresF32By1(
            MemorySegment in, long at, int end, MemorySegment pivot32, MemorySegment sum64, MemorySegment squares64) {
        for (int i = 0; i < end; i += D.length()) {
            DoubleVector d = f32(in, at + 4L * i).sub(f32(pivot32, 4L * i));
            doubles(sum64, 8L * i).add(d).intoMemorySegment(sum64, 8L * i, ORDER);
            doubles(squares64, 8L * i).add(d.mul(d)).intoMemorySegment(squares64, 8L * i, ORDER);
        }
    }

    @Override
    public void minF32(Tile tile, MemorySegment min) {
        int end = F.loopBound(tile.samples());
        int t = 0;
        for (; t + 4 <= tile.frames(); t += 4) {
            minF32By4(tile.pixels(), tile.at(t), tile.stride(), end, min);
        }
        for (; t < tile.frames(); t++) {
            minF32By1(tile.pixels(), tile.at(t), end, min);
        }
        if (end < tile.samples()) {
            scalar.minF32(tile.tail(end, 4), min.asSlice(4L * end));
        }
    }

    private static void minF32By4(MemorySegment in, long at, long stride, int end, MemorySegment min) {
        for (int i = 0; i < end; i += F.length()) {
            long a = at + 4L * i;
            FloatVector u = floats(in, a).lanewise(MIN, floats(in, a + stride));
            FloatVector v = floats(in, a + 2 * stride).lanewise(MIN, floats(in, a + 3 * stride));
            floats(min, 4L * i).lanewise(MIN, u.lanewise(MIN, v)).intoMemorySegment(min, 4L * i, ORDER);
        }
    }

    private static void minF32By1(MemorySegment in, long at, int end, MemorySegment min) {
        for (int i = 0; i < end; i += F.length()) {
            floats(min, 4L * i).lanewise(MIN, floats(in, at + 4L * i)).intoMemorySegment(min, 4L * i, ORDER);
        }
    }

    @Override
    public void maxF32(Tile tile, MemorySegment max) {
        int end = F.loopBound(tile.samples());
        int t = 0;
        for (; t + 4 <= tile.frames(); t += 4) {
            maxF32By4(tile.pixels(), tile.at(t), tile.stride(), end, max);
        }
        for (; t < tile.frames(); t++) {
            maxF32By1(tile.pixels(), tile.at(t), end, max);
        }
        if (end < tile.samples()) {
            scalar.maxF32(tile.tail(end, 4), max.asSlice(4L * end));
        }
    }

    private static void maxF32By4(MemorySegment in, long at, long stride, int end, MemorySegment max) {
        for (int i = 0; i < end; i += F.length()) {
            long a = at + 4L * i;
            FloatVector u = floats(in, a).lanewise(MAX, floats(in, a + stride));
            FloatVector v = floats(in, a + 2 * stride).lanewise(MAX, floats(in, a + 3 * stride));
            floats(max, 4L * i).lanewise(MAX, u.lanewise(MAX, v)).intoMemorySegment(max, 4L * i, ORDER);
        }
    }

    private static void maxF32By1(MemorySegment in, long at, int end, MemorySegment max) {
        for (int i = 0; i < end; i += F.length()) {
            floats(max, 4L * i).lanewise(MAX, floats(in, at + 4L * i)).intoMemorySegment(max, 4L * i, ORDER);
        }
    }

    @Override
    public void emptyU16(MemorySegment from16, MemorySegment to32, int samples) {
        int end = I.loopBound(samples);
        for (int i = 0; i < end; i += I.length()) {
            ShortVector narrow = ShortVector.fromMemorySegment(HALF_S, from16, 2L * i, ORDER);
            IntVector wide = (IntVector) narrow.convertShape(ZERO_EXTEND_S2I, I, 0);
            ints(to32, 4L * i).add(wide).intoMemorySegment(to32, 4L * i, ORDER);
        }
        from16.asSlice(0, 2L * end).fill((byte) 0);
        scalar.emptyU16(from16.asSlice(2L * end), to32.asSlice(4L * end), samples - end);
    }

    @Override
    public void emptyI16(MemorySegment from16, MemorySegment to32, int samples) {
        int end = I.loopBound(samples);
        for (int i = 0; i < end; i += I.length()) {
            ShortVector narrow = ShortVector.fromMemorySegment(HALF_S, from16, 2L * i, ORDER);
            IntVector wide = (IntVector) narrow.convertShape(S2I, I, 0);
            ints(to32, 4L * i).add(wide).intoMemorySegment(to32, 4L * i, ORDER);
        }
        from16.asSlice(0, 2L * end).fill((byte) 0);
        scalar.emptyI16(from16.asSlice(2L * end), to32.asSlice(4L * end), samples - end);
    }

    @Override
    public void emptyU32(MemorySegment from32, MemorySegment to64, int samples) {
        int end = L.loopBound(samples);
        for (int i = 0; i < end; i += L.length()) {
            IntVector narrow = IntVector.fromMemorySegment(HALF_I, from32, 4L * i, ORDER);
            LongVector wide = (LongVector) narrow.convertShape(ZERO_EXTEND_I2L, L, 0);
            longs(to64, 8L * i).add(wide).intoMemorySegment(to64, 8L * i, ORDER);
        }
        from32.asSlice(0, 4L * end).fill((byte) 0);
        scalar.emptyU32(from32.asSlice(4L * end), to64.asSlice(8L * end), samples - end);
    }

    @Override
    public void emptyI32(MemorySegment from32, MemorySegment to64, int samples) {
        int end = L.loopBound(samples);
        for (int i = 0; i < end; i += L.length()) {
            IntVector narrow = IntVector.fromMemorySegment(HALF_I, from32, 4L * i, ORDER);
            LongVector wide = (LongVector) narrow.convertShape(I2L, L, 0);
            longs(to64, 8L * i).add(wide).intoMemorySegment(to64, 8L * i, ORDER);
        }
        from32.asSlice(0, 4L * end).fill((byte) 0);
        scalar.emptyI32(from32.asSlice(4L * end), to64.asSlice(8L * end), samples - end);
    }
}
