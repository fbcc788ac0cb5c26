package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.UMAX;
import static jdk.incubator.vector.VectorOperators.UMIN;
import static jdk.incubator.vector.VectorOperators.XOR;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_S2I;
import static org.tachyscope.core.internal.kernel.Raw.ALL;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Folds U16 tiles for {@link VectorKernels}: loops run over the bytes of a row. */
final class VectorShorts {

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final VectorSpecies<Short> S = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> L = LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> HALF_S =
            VectorSpecies.of(short.class, VectorShape.forBitSize(S.vectorBitSize() / 2));
    private static final IntVector MOST = IntVector.broadcast(I, 0xffff);
    private static final LongVector LOW = LongVector.broadcast(L, 0xffffffffL);
    private static final int STEP = S.vectorByteSize();
    private static final int HALF_STEP = STEP / 2;

    /** Bytes of a row of which all moments are computed before the next ones. */
    private static final int PIECE = 2048;

    private static final ScalarKernels SCALAR = new ScalarKernels();

    private VectorShorts() {}

    private static IntVector u16(MemorySegment in, int at) {
        return (IntVector) ShortVector.fromMemorySegment(HALF_S, in, at, ORDER).convertShape(ZERO_EXTEND_S2I, I, 0);
    }

    private static ShortVector shorts(MemorySegment in, int at) {
        return ShortVector.fromMemorySegment(S, in, at, ORDER);
    }

    private static ShortVector shorts(long at) {
        return ShortVector.fromMemorySegment(S, ALL, at, ORDER);
    }

    private static IntVector ints(long at) {
        return IntVector.fromMemorySegment(I, ALL, at, ORDER);
    }

    private static LongVector longs(long at) {
        return LongVector.fromMemorySegment(L, ALL, at, ORDER);
    }

    /** Returns the bytes of a row that whole vectors fill. */
    private static int end(Tile tile) {
        return Math.toIntExact(2L * S.loopBound(tile.samples()));
    }

    static void sum(Tile tile, MemorySegment sum32) {
        int end = end(tile);
        long sums = Raw.address(sum32, 2L * end);
        Rows rows = new Rows(tile, end);
        int t = 0;
        for (; rows.left(t, 8); t += 8) {
            sum8(rows.from(t), end, sums);
        }
        for (; rows.left(t, 1); t++) {
            sum1(rows.from(t), end, sums);
        }
        if (end < 2 * tile.samples()) {
            SCALAR.sumU16(tile.tail(end / 2, 2), sum32.asSlice(2L * end));
        }
    }

    private static void sum8(MemorySegment[] rows, int end, long sums) {
        MemorySegment a = rows[0], b = rows[1], c = rows[2], d = rows[3];
        Raw.touch(a);
        MemorySegment e = rows[4], f = rows[5], g = rows[6], h = rows[7];
        for (int i = 0; i < end; i += HALF_STEP) {
            IntVector s = u16(a, i).add(u16(b, i)).add(u16(c, i).add(u16(d, i)));
            IntVector u = u16(e, i).add(u16(f, i)).add(u16(g, i).add(u16(h, i)));
            ints(sums + 2L * i).add(s.add(u)).intoMemorySegment(ALL, sums + 2L * i, ORDER);
        }
    }

    private static void sum1(MemorySegment[] rows, int end, long sums) {
        MemorySegment a = rows[0];
        Raw.touch(a);
        for (int i = 0; i < end; i += HALF_STEP) {
            ints(sums + 2L * i).add(u16(a, i)).intoMemorySegment(ALL, sums + 2L * i, ORDER);
        }
    }

    static void squares(Tile tile, MemorySegment sum32, MemorySegment even64, MemorySegment odd64) {
        int end = end(tile);
        long sums = Raw.address(sum32, 2L * end);
        long even = Raw.address(even64, 2L * end);
        long odd = Raw.address(odd64, 2L * end);
        Rows rows = new Rows(tile, end);
        int t = 0;
        for (; rows.left(t, 8); t += 8) {
            MemorySegment[] eight = rows.from(t);
            for (int i = 0; i < end; i += PIECE) {
                squares4(eight, 0, i, Math.min(end, i + PIECE), sums, even, odd);
                squares4(eight, 4, i, Math.min(end, i + PIECE), sums, even, odd);
            }
        }
        for (; rows.left(t, 1); t++) {
            squares1(rows.from(t), end, sums, even, odd);
        }
        if (end < 2 * tile.samples()) {
            SCALAR.squaresU16(
                    tile.tail(end / 2, 2), sum32.asSlice(2L * end), even64.asSlice(2L * end), odd64.asSlice(2L * end));
        }
    }

    /**
     * Adds x(65535 − x) of four frames, at most 2³² − 2¹⁷, in 32 bits. Computes it as 65535 Σx − Σx² modulo 2³², which is less work
     * and the same.
     */
    private static void squares4(MemorySegment[] rows, int first, int from, int to, long sums, long even, long odd) {
        MemorySegment a = rows[first], b = rows[first + 1], c = rows[first + 2], d = rows[first + 3];
        Raw.touch(a);
        for (int i = from; i < to; i += HALF_STEP) {
            IntVector u = u16(a, i);
            IntVector v = u16(b, i);
            IntVector w = u16(c, i);
            IntVector x = u16(d, i);
            IntVector s = u.add(v).add(w.add(x));
            ints(sums + 2L * i).add(s).intoMemorySegment(ALL, sums + 2L * i, ORDER);
            IntVector squares = u.mul(u).add(v.mul(v)).add(w.mul(w).add(x.mul(x)));
            addSplit(s.mul(MOST).sub(squares), even + 2L * i, odd + 2L * i);
        }
    }

    private static void squares1(MemorySegment[] rows, int end, long sums, long even, long odd) {
        MemorySegment a = rows[0];
        Raw.touch(a);
        for (int i = 0; i < end; i += HALF_STEP) {
            IntVector u = u16(a, i);
            ints(sums + 2L * i).add(u).intoMemorySegment(ALL, sums + 2L * i, ORDER);
            addSplit(u.mul(MOST.sub(u)), even + 2L * i, odd + 2L * i);
        }
    }

    /** Adds the even and the odd numbers of {@code unsigned} to different accumulators: cheaper than keeping their order. */
    private static void addSplit(IntVector unsigned, long even, long odd) {
        LongVector pairs = unsigned.reinterpretAsLongs();
        longs(even).add(pairs.and(LOW)).intoMemorySegment(ALL, even, ORDER);
        longs(odd).add(pairs.lanewise(LSHR, 32)).intoMemorySegment(ALL, odd, ORDER);
    }

    static void min(Tile tile, MemorySegment min) {
        int end = extremes(tile, min, 0);
        if (end < 2 * tile.samples()) {
            SCALAR.minU16(tile.tail(end / 2, 2), min.asSlice(end));
        }
    }

    static void max(Tile tile, MemorySegment max) {
        int end = extremes(tile, max, 0xffff);
        if (end < 2 * tile.samples()) {
            SCALAR.maxU16(tile.tail(end / 2, 2), max.asSlice(end));
        }
    }

    /** Lowers x ^ flip. With 65535 these are maxima: 65535 − x is smallest where x is largest. */
    private static int extremes(Tile tile, MemorySegment extremes, int flip) {
        int end = end(tile);
        long least = Raw.address(extremes, end);
        Rows rows = new Rows(tile, end);
        int t = 0;
        for (; rows.left(t, 8); t += 8) {
            extremes8(rows.from(t), end, least, (short) flip);
        }
        for (; rows.left(t, 1); t++) {
            extremes1(rows.from(t), end, least, (short) flip);
        }
        return end;
    }

    private static void extremes8(MemorySegment[] rows, int end, long least, short flip) {
        MemorySegment a = rows[0], b = rows[1], c = rows[2], d = rows[3];
        Raw.touch(a);
        MemorySegment e = rows[4], f = rows[5], g = rows[6], h = rows[7];
        ShortVector m = ShortVector.broadcast(S, flip);
        for (int i = 0; i < end; i += STEP) {
            ShortVector s = min(
                    min(flip(shorts(a, i), m), flip(shorts(b, i), m)),
                    min(flip(shorts(c, i), m), flip(shorts(d, i), m)));
            ShortVector u = min(
                    min(flip(shorts(e, i), m), flip(shorts(f, i), m)),
                    min(flip(shorts(g, i), m), flip(shorts(h, i), m)));
            flip(min(flip(shorts(least + i), m), min(s, u)), m).intoMemorySegment(ALL, least + i, ORDER);
        }
    }

    private static void extremes1(MemorySegment[] rows, int end, long least, short flip) {
        MemorySegment a = rows[0];
        Raw.touch(a);
        ShortVector m = ShortVector.broadcast(S, flip);
        for (int i = 0; i < end; i += STEP) {
            flip(min(flip(shorts(least + i), m), flip(shorts(a, i), m)), m).intoMemorySegment(ALL, least + i, ORDER);
        }
    }

    private static ShortVector flip(ShortVector a, ShortVector m) {
        return a.lanewise(XOR, m);
    }

    private static ShortVector min(ShortVector a, ShortVector b) {
        return a.lanewise(UMIN, b);
    }

    private static ShortVector max(ShortVector a, ShortVector b) {
        return a.lanewise(UMAX, b);
    }

    /** Does what {@link #squares}, {@link #min} and {@link #max} do, while eight frames of a piece are in the first cache. */
    static void all(
            Tile tile,
            MemorySegment sum32,
            MemorySegment even64,
            MemorySegment odd64,
            MemorySegment min,
            MemorySegment max) {
        int end = end(tile);
        long sums = Raw.address(sum32, 2L * end);
        long even = Raw.address(even64, 2L * end);
        long odd = Raw.address(odd64, 2L * end);
        long least = Raw.address(min, end);
        long most = Raw.address(max, end);
        Rows rows = new Rows(tile, end);
        int eights = tile.frames() & -8;
        for (int t = 0; t < eights; t += 8) {
            MemorySegment[] eight = rows.from(t);
            for (int i = 0; i < end; i += PIECE) {
                int to = Math.min(end, i + PIECE);
                range8(eight, i, to, least, most);
                squares4(eight, 0, i, to, sums, even, odd);
                squares4(eight, 4, i, to, sums, even, odd);
            }
        }
        if (end < 2 * tile.samples()) {
            Tile right = tile.frames(0, eights).tail(end / 2, 2);
            SCALAR.squaresU16(right, sum32.asSlice(2L * end), even64.asSlice(2L * end), odd64.asSlice(2L * end));
            SCALAR.minU16(right, min.asSlice(end));
            SCALAR.maxU16(right, max.asSlice(end));
        }
        Tile late = tile.frames(eights, tile.frames() - eights);
        squares(late, sum32, even64, odd64);
        min(late, min);
        max(late, max);
    }

    private static void range8(MemorySegment[] rows, int from, int to, long least, long most) {
        MemorySegment a = rows[0], b = rows[1], c = rows[2], d = rows[3];
        Raw.touch(a);
        MemorySegment e = rows[4], f = rows[5], g = rows[6], h = rows[7];
        for (int i = from; i < to; i += STEP) {
            ShortVector p = shorts(a, i), q = shorts(b, i), r = shorts(c, i), s = shorts(d, i);
            ShortVector t = shorts(e, i), u = shorts(f, i), v = shorts(g, i), w = shorts(h, i);
            ShortVector low = min(min(min(p, q), min(r, s)), min(min(t, u), min(v, w)));
            ShortVector high = max(max(max(p, q), max(r, s)), max(max(t, u), max(v, w)));
            min(shorts(least + i), low).intoMemorySegment(ALL, least + i, ORDER);
            max(shorts(most + i), high).intoMemorySegment(ALL, most + i, ORDER);
        }
    }
}
