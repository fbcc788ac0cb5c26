package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.UGT;
import static jdk.incubator.vector.VectorOperators.UMAX;
import static jdk.incubator.vector.VectorOperators.UMIN;
import static org.tachyscope.core.internal.kernel.Raw.ALL;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Folds F32 tiles for {@link VectorKernels}: loops run over the bytes of a row. */
final class VectorFloats {

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> HALF_F =
            VectorSpecies.of(float.class, VectorShape.forBitSize(F.vectorBitSize() / 2));
    private static final IntVector LEAST = IntVector.broadcast(I, Integer.MIN_VALUE);
    private static final IntVector ZERO = IntVector.zero(I);
    private static final IntVector INFINITY = IntVector.broadcast(I, 0x7f800000);
    private static final IntVector MINUS_INFINITY = IntVector.broadcast(I, 0xff800000);
    private static final int STEP = F.vectorByteSize();
    private static final int HALF_STEP = STEP / 2;

    /** Bytes of a row of which all moments are computed before the next ones. */
    private static final int PIECE = 4096;

    private static final ScalarKernels SCALAR = new ScalarKernels();

    private VectorFloats() {}

    private static DoubleVector f32(MemorySegment in, int at) {
        return (DoubleVector)
                FloatVector.fromMemorySegment(HALF_F, in, at, ORDER).convertShape(F2D, D, 0);
    }

    private static DoubleVector f32(long at) {
        return (DoubleVector)
                FloatVector.fromMemorySegment(HALF_F, ALL, at, ORDER).convertShape(F2D, D, 0);
    }

    private static DoubleVector doubles(long at) {
        return DoubleVector.fromMemorySegment(D, ALL, at, ORDER);
    }

    private static FloatVector floats(long at) {
        return FloatVector.fromMemorySegment(F, ALL, at, ORDER);
    }

    private static FloatVector floats(MemorySegment in, int at) {
        return FloatVector.fromMemorySegment(F, in, at, ORDER);
    }

    private static IntVector ints(long at) {
        return IntVector.fromMemorySegment(I, ALL, at, ORDER);
    }

    private static IntVector ints(MemorySegment in, int at) {
        return IntVector.fromMemorySegment(I, in, at, ORDER);
    }

    /** Returns the bytes of a row that whole vectors fill. */
    private static int end(Tile tile) {
        return Math.toIntExact(4L * F.loopBound(tile.samples()));
    }

    static void sum(Tile tile, MemorySegment pivot32, MemorySegment sum64) {
        int end = end(tile);
        long pivots = Raw.address(pivot32, end);
        long sums = Raw.address(sum64, 2L * end);
        Rows rows = new Rows(tile, end);
        int t = 0;
        for (; rows.left(t, 8); t += 8) {
            sum8(rows.from(t), end, pivots, sums);
        }
        for (; rows.left(t, 1); t++) {
            sum1(rows.from(t), end, pivots, sums);
        }
        if (end < 4 * tile.samples()) {
            SCALAR.sumF32(tile.tail(end / 4, 4), pivot32.asSlice(end), sum64.asSlice(2L * end));
        }
    }

    private static void sum8(MemorySegment[] rows, int end, long pivots, long sums) {
        MemorySegment a = rows[0], b = rows[1], c = rows[2], d = rows[3];
        Raw.touch(a);
        MemorySegment e = rows[4], f = rows[5], g = rows[6], h = rows[7];
        for (int i = 0; i < end; i += HALF_STEP) {
            DoubleVector p = f32(pivots + i);
            DoubleVector s = doubles(sums + 2L * i);
            s = s.add(f32(a, i).sub(p))
                    .add(f32(b, i).sub(p))
                    .add(f32(c, i).sub(p))
                    .add(f32(d, i).sub(p));
            s = s.add(f32(e, i).sub(p))
                    .add(f32(f, i).sub(p))
                    .add(f32(g, i).sub(p))
                    .add(f32(h, i).sub(p));
            s.intoMemorySegment(ALL, sums + 2L * i, ORDER);
        }
    }

    private static void sum1(MemorySegment[] rows, int end, long pivots, long sums) {
        MemorySegment a = rows[0];
        Raw.touch(a);
        for (int i = 0; i < end; i += HALF_STEP) {
            DoubleVector d = f32(a, i).sub(f32(pivots + i));
            doubles(sums + 2L * i).add(d).intoMemorySegment(ALL, sums + 2L * i, ORDER);
        }
    }

    static void squares(Tile tile, MemorySegment pivot32, MemorySegment sum64, MemorySegment squares64) {
        int end = end(tile);
        long pivots = Raw.address(pivot32, end);
        long sums = Raw.address(sum64, 2L * end);
        long squares = Raw.address(squares64, 2L * end);
        Rows rows = new Rows(tile, end);
        int t = 0;
        for (; rows.left(t, 8); t += 8) {
            MemorySegment[] eight = rows.from(t);
            for (int i = 0; i < end; i += PIECE) {
                squares4(eight, 0, i, Math.min(end, i + PIECE), pivots, sums, squares);
                squares4(eight, 4, i, Math.min(end, i + PIECE), pivots, sums, squares);
            }
        }
        for (; rows.left(t, 1); t++) {
            squares1(rows.from(t), end, pivots, sums, squares);
        }
        if (end < 4 * tile.samples()) {
            Tile right = tile.tail(end / 4, 4);
            SCALAR.squaresF32(right, pivot32.asSlice(end), sum64.asSlice(2L * end), squares64.asSlice(2L * end));
        }
    }

    private static void squares4(
            MemorySegment[] rows, int first, int from, int to, long pivots, long sums, long squares) {
        MemorySegment a = rows[first], b = rows[first + 1], c = rows[first + 2], d = rows[first + 3];
        Raw.touch(a);
        for (int i = from; i < to; i += HALF_STEP) {
            DoubleVector p = f32(pivots + i);
            DoubleVector u = f32(a, i).sub(p);
            DoubleVector v = f32(b, i).sub(p);
            DoubleVector w = f32(c, i).sub(p);
            DoubleVector x = f32(d, i).sub(p);
            DoubleVector s = doubles(sums + 2L * i).add(u).add(v).add(w).add(x);
            s.intoMemorySegment(ALL, sums + 2L * i, ORDER);
            DoubleVector q = doubles(squares + 2L * i)
                    .add(u.mul(u))
                    .add(v.mul(v))
                    .add(w.mul(w))
                    .add(x.mul(x));
            q.intoMemorySegment(ALL, squares + 2L * i, ORDER);
        }
    }

    private static void squares1(MemorySegment[] rows, int end, long pivots, long sums, long squares) {
        MemorySegment a = rows[0];
        Raw.touch(a);
        for (int i = 0; i < end; i += HALF_STEP) {
            DoubleVector d = f32(a, i).sub(f32(pivots + i));
            doubles(sums + 2L * i).add(d).intoMemorySegment(ALL, sums + 2L * i, ORDER);
            doubles(squares + 2L * i).add(d.mul(d)).intoMemorySegment(ALL, squares + 2L * i, ORDER);
        }
    }

    static void min(Tile tile, MemorySegment min) {
        int end = end(tile);
        long least = Raw.address(min, end);
        Rows rows = new Rows(tile, end);
        int t = 0;
        for (; rows.left(t, 8); t += 8) {
            min8(rows.from(t), end, least);
        }
        for (; rows.left(t, 1); t++) {
            min1(rows.from(t), end, least);
        }
        if (end < 4 * tile.samples()) {
            SCALAR.minF32(tile.tail(end / 4, 4), min.asSlice(end));
        }
    }

    /**
     * Compares bits as integers, because the processor's minimum of floats takes care neither of NaN nor of −0. Without a sign
     * bit, floats are ordered as signed integers; those with one come before them, from the largest unsigned integer down;
     * NaNs are at both ends, beyond infinity.
     */
    private static void min8(MemorySegment[] rows, int end, long least) {
        MemorySegment a = rows[0], b = rows[1], c = rows[2], d = rows[3];
        Raw.touch(a);
        MemorySegment e = rows[4], f = rows[5], g = rows[6], h = rows[7];
        for (int i = 0; i < end; i += STEP) {
            IntVector p = ints(a, i), q = ints(b, i), r = ints(c, i), s = ints(d, i);
            IntVector low = min(min(p, q), min(r, s));
            IntVector high = max(max(p, q), max(r, s));
            IntVector far = farther(farther(p, q), farther(r, s));
            IntVector t = ints(e, i), u = ints(f, i), v = ints(g, i), w = ints(h, i);
            low = min(low, min(min(t, u), min(v, w)));
            high = max(high, max(max(t, u), max(v, w)));
            far = farther(far, farther(farther(t, u), farther(v, w)));
            lower(least + i, low, high, far);
        }
    }

    private static void min1(MemorySegment[] rows, int end, long least) {
        MemorySegment a = rows[0];
        Raw.touch(a);
        for (int i = 0; i < end; i += STEP) {
            floats(least + i).lanewise(MIN, floats(a, i)).intoMemorySegment(ALL, least + i, ORDER);
        }
    }

    static void max(Tile tile, MemorySegment max) {
        int end = end(tile);
        long most = Raw.address(max, end);
        Rows rows = new Rows(tile, end);
        int t = 0;
        for (; rows.left(t, 8); t += 8) {
            max8(rows.from(t), end, most);
        }
        for (; rows.left(t, 1); t++) {
            max1(rows.from(t), end, most);
        }
        if (end < 4 * tile.samples()) {
            SCALAR.maxF32(tile.tail(end / 4, 4), max.asSlice(end));
        }
    }

    private static void max8(MemorySegment[] rows, int end, long most) {
        MemorySegment a = rows[0], b = rows[1], c = rows[2], d = rows[3];
        Raw.touch(a);
        MemorySegment e = rows[4], f = rows[5], g = rows[6], h = rows[7];
        for (int i = 0; i < end; i += STEP) {
            IntVector p = ints(a, i), q = ints(b, i), r = ints(c, i), s = ints(d, i);
            IntVector high = max(max(p, q), max(r, s));
            IntVector near = nearer(nearer(p, q), nearer(r, s));
            IntVector far = farther(farther(p, q), farther(r, s));
            IntVector t = ints(e, i), u = ints(f, i), v = ints(g, i), w = ints(h, i);
            high = max(high, max(max(t, u), max(v, w)));
            near = nearer(near, nearer(nearer(t, u), nearer(v, w)));
            far = farther(far, farther(farther(t, u), farther(v, w)));
            raise(most + i, high, near, far);
        }
    }

    private static void max1(MemorySegment[] rows, int end, long most) {
        MemorySegment a = rows[0];
        Raw.touch(a);
        for (int i = 0; i < end; i += STEP) {
            floats(most + i).lanewise(MAX, floats(a, i)).intoMemorySegment(ALL, most + i, ORDER);
        }
    }

    private static IntVector min(IntVector a, IntVector b) {
        return a.lanewise(MIN, b);
    }

    private static IntVector max(IntVector a, IntVector b) {
        return a.lanewise(MAX, b);
    }

    /** Returns the less in unsigned order: of two negative floats the one nearer to 0. */
    private static IntVector nearer(IntVector a, IntVector b) {
        return a.lanewise(UMIN, b);
    }

    /** Returns the more in unsigned order: of two negative floats the one farther from 0. */
    private static IntVector farther(IntVector a, IntVector b) {
        return a.lanewise(UMAX, b);
    }

    /** Lowers a minimum to that of floats, whose bits' extremes are given; {@code low} in either order. */
    private static void lower(long at, IntVector low, IntVector high, IntVector far) {
        IntVector number = low.blend(far, far.compare(LT, ZERO));
        IntVector least = number.blend(high, high.compare(GT, INFINITY));
        floats(at).lanewise(MIN, least.reinterpretAsFloats()).intoMemorySegment(ALL, at, ORDER);
    }

    /** Raises a maximum to that of floats, whose bits' extremes are given. */
    private static void raise(long at, IntVector high, IntVector near, IntVector far) {
        IntVector number = high.blend(near, high.compare(LT, ZERO));
        IntVector most = number.blend(far, far.compare(UGT, MINUS_INFINITY));
        floats(at).lanewise(MAX, most.reinterpretAsFloats()).intoMemorySegment(ALL, at, ORDER);
    }

    /** Does what {@link #squares}, {@link #min} and {@link #max} do, while eight frames of a piece are in the first cache. */
    static void all(
            Tile tile,
            MemorySegment pivot32,
            MemorySegment sum64,
            MemorySegment squares64,
            MemorySegment min,
            MemorySegment max) {
        int end = end(tile);
        long pivots = Raw.address(pivot32, end);
        long sums = Raw.address(sum64, 2L * end);
        long squares = Raw.address(squares64, 2L * end);
        long least = Raw.address(min, end);
        long most = Raw.address(max, end);
        Rows rows = new Rows(tile, end);
        int eights = tile.frames() & -8;
        try (Arena arena = Arena.ofConfined()) {
            Range range = Range.of(end, arena);
            for (int t = 0; t < eights; t += 8) {
                MemorySegment[] eight = rows.from(t);
                for (int i = 0; i < end; i += PIECE) {
                    int to = Math.min(end, i + PIECE);
                    range8(eight, i, to, range);
                    squares4(eight, 0, i, to, pivots, sums, squares);
                    squares4(eight, 4, i, to, pivots, sums, squares);
                }
            }
            if (eights > 0) {
                settle(range, end, least, most);
            }
        }
        if (end < 4 * tile.samples()) {
            Tile right = tile.frames(0, eights).tail(end / 4, 4);
            SCALAR.squaresF32(right, pivot32.asSlice(end), sum64.asSlice(2L * end), squares64.asSlice(2L * end));
            SCALAR.minF32(right, min.asSlice(end));
            SCALAR.maxF32(right, max.asSlice(end));
        }
        Tile late = tile.frames(eights, tile.frames() - eights);
        squares(late, pivot32, sum64, squares64);
        min(late, min);
        max(late, max);
    }

    /**
     * Addresses the extremes of floats' bits.
     *
     * @param near least in unsigned order
     * @param far most in unsigned order
     * @param high most in signed order
     */
    private record Range(long near, long far, long high) {
        static Range of(int bytes, Arena arena) {
            MemorySegment near = arena.allocate(bytes, STEP).fill((byte) -1);
            MemorySegment far = arena.allocate(bytes, STEP);
            MemorySegment high = arena.allocate(bytes, STEP);
            for (int i = 0; i < bytes; i += STEP) {
                LEAST.intoMemorySegment(high, i, ORDER);
            }
            return new Range(near.address(), far.address(), high.address());
        }
    }

    private static void range8(MemorySegment[] rows, int from, int to, Range range) {
        MemorySegment a = rows[0], b = rows[1], c = rows[2], d = rows[3];
        Raw.touch(a);
        MemorySegment e = rows[4], f = rows[5], g = rows[6], h = rows[7];
        long least = range.near;
        long most = range.far;
        long highest = range.high;
        for (int i = from; i < to; i += STEP) {
            IntVector p = ints(a, i), q = ints(b, i), r = ints(c, i), s = ints(d, i);
            IntVector t = ints(e, i), u = ints(f, i), v = ints(g, i), w = ints(h, i);
            IntVector near = nearer(nearer(nearer(p, q), nearer(r, s)), nearer(nearer(t, u), nearer(v, w)));
            nearer(ints(least + i), near).intoMemorySegment(ALL, least + i, ORDER);
            IntVector far = farther(farther(farther(p, q), farther(r, s)), farther(farther(t, u), farther(v, w)));
            farther(ints(most + i), far).intoMemorySegment(ALL, most + i, ORDER);
            IntVector high = max(max(max(p, q), max(r, s)), max(max(t, u), max(v, w)));
            max(ints(highest + i), high).intoMemorySegment(ALL, highest + i, ORDER);
        }
    }

    private static void settle(Range range, int end, long least, long most) {
        for (int i = 0; i < end; i += STEP) {
            IntVector near = ints(range.near + i);
            IntVector far = ints(range.far + i);
            IntVector high = ints(range.high + i);
            lower(least + i, near, high, far);
            raise(most + i, high, near, far);
        }
    }
}
