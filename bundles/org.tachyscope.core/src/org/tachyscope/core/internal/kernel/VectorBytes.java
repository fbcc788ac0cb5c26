package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.UMAX;
import static jdk.incubator.vector.VectorOperators.UMIN;
import static jdk.incubator.vector.VectorOperators.XOR;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_B2S;
import static org.tachyscope.core.internal.kernel.Raw.ALL;

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
    private static final ShortVector MOST = ShortVector.broadcast(S, (short) 255);
    private static final IntVector LOW = IntVector.broadcast(I, 0xffff);

    /** Samples of which all moments are computed before the next ones: eight frames of them stay in the first cache. */
    private static final int PIECE = 2048;

    private static final ScalarKernels SCALAR = new ScalarKernels();

    private VectorBytes() {}

    private static ShortVector u8(MemorySegment in, int i) {
        return (ShortVector) ByteVector.fromMemorySegment(HALF_B, in, i, ORDER).convertShape(ZERO_EXTEND_B2S, S, 0);
    }

    private static ByteVector bytes(MemorySegment in, int i) {
        return ByteVector.fromMemorySegment(B, in, i, ORDER);
    }

    private static ByteVector bytes(long at) {
        return ByteVector.fromMemorySegment(B, ALL, at, ORDER);
    }

    private static ShortVector shorts(long at) {
        return ShortVector.fromMemorySegment(S, ALL, at, ORDER);
    }

    private static IntVector ints(long at) {
        return IntVector.fromMemorySegment(I, ALL, at, ORDER);
    }

    static void sum(Tile tile, MemorySegment sum16) {
        int end = S.loopBound(tile.samples());
        long sums = Raw.address(sum16, 2L * end);
        Rows rows = new Rows(tile, end);
        int t = 0;
        for (; rows.left(t, 8); t += 8) {
            sum8(rows.from(t), end, sums);
        }
        for (; rows.left(t, 1); t++) {
            sum1(rows.from(t), end, sums);
        }
        if (end < tile.samples()) {
            SCALAR.sumU8(tile.tail(end, 1), sum16.asSlice(2L * end));
        }
    }

    private static void sum8(MemorySegment[] rows, int end, long sums) {
        MemorySegment a = rows[0], b = rows[1], c = rows[2], d = rows[3];
        Raw.touch(a);
        MemorySegment e = rows[4], f = rows[5], g = rows[6], h = rows[7];
        for (int i = 0; i < end; i += S.length()) {
            ShortVector s = u8(a, i).add(u8(b, i)).add(u8(c, i).add(u8(d, i)));
            ShortVector u = u8(e, i).add(u8(f, i)).add(u8(g, i).add(u8(h, i)));
            shorts(sums + 2L * i).add(s.add(u)).intoMemorySegment(ALL, sums + 2L * i, ORDER);
        }
    }

    private static void sum1(MemorySegment[] rows, int end, long sums) {
        MemorySegment a = rows[0];
        Raw.touch(a);
        for (int i = 0; i < end; i += S.length()) {
            shorts(sums + 2L * i).add(u8(a, i)).intoMemorySegment(ALL, sums + 2L * i, ORDER);
        }
    }

    static void squares(Tile tile, MemorySegment sum16, MemorySegment even32, MemorySegment odd32) {
        int end = S.loopBound(tile.samples());
        long sums = Raw.address(sum16, 2L * end);
        long even = Raw.address(even32, 2L * end);
        long odd = Raw.address(odd32, 2L * end);
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
        if (end < tile.samples()) {
            SCALAR.squaresU8(
                    tile.tail(end, 1), sum16.asSlice(2L * end), even32.asSlice(2L * end), odd32.asSlice(2L * end));
        }
    }

    /**
     * Adds x(255 − x) of four frames, at most 65024, in 16 bits. Computes it as 255 Σx − Σx² modulo 65536, which is less work
     * and the same.
     */
    private static void squares4(MemorySegment[] rows, int first, int from, int to, long sums, long even, long odd) {
        MemorySegment a = rows[first], b = rows[first + 1], c = rows[first + 2], d = rows[first + 3];
        Raw.touch(a);
        for (int i = from; i < to; i += S.length()) {
            ShortVector u = u8(a, i);
            ShortVector v = u8(b, i);
            ShortVector w = u8(c, i);
            ShortVector x = u8(d, i);
            ShortVector s = u.add(v).add(w.add(x));
            shorts(sums + 2L * i).add(s).intoMemorySegment(ALL, sums + 2L * i, ORDER);
            ShortVector squares = u.mul(u).add(v.mul(v)).add(w.mul(w).add(x.mul(x)));
            addSplit(s.mul(MOST).sub(squares), even + 2L * i, odd + 2L * i);
        }
    }

    private static void squares1(MemorySegment[] rows, int end, long sums, long even, long odd) {
        MemorySegment a = rows[0];
        Raw.touch(a);
        for (int i = 0; i < end; i += S.length()) {
            ShortVector u = u8(a, i);
            shorts(sums + 2L * i).add(u).intoMemorySegment(ALL, sums + 2L * i, ORDER);
            addSplit(u.mul(MOST.sub(u)), even + 2L * i, odd + 2L * i);
        }
    }

    /** Adds the even and the odd numbers of {@code unsigned} to different accumulators: cheaper than keeping their order. */
    private static void addSplit(ShortVector unsigned, long even, long odd) {
        IntVector pairs = unsigned.reinterpretAsInts();
        ints(even).add(pairs.and(LOW)).intoMemorySegment(ALL, even, ORDER);
        ints(odd).add(pairs.lanewise(LSHR, 16)).intoMemorySegment(ALL, odd, ORDER);
    }

    static void min(Tile tile, MemorySegment min) {
        int end = extremes(tile, min, 0);
        if (end < tile.samples()) {
            SCALAR.minU8(tile.tail(end, 1), min.asSlice(end));
        }
    }

    static void max(Tile tile, MemorySegment max) {
        int end = extremes(tile, max, 255);
        if (end < tile.samples()) {
            SCALAR.maxU8(tile.tail(end, 1), max.asSlice(end));
        }
    }

    /** Lowers x ^ flip. With 255 these are maxima: 255 − x is smallest where x is largest. */
    private static int extremes(Tile tile, MemorySegment extremes, int flip) {
        int end = B.loopBound(tile.samples());
        long least = Raw.address(extremes, end);
        Rows rows = new Rows(tile, end);
        int t = 0;
        for (; rows.left(t, 8); t += 8) {
            extremes8(rows.from(t), end, least, (byte) flip);
        }
        for (; rows.left(t, 1); t++) {
            extremes1(rows.from(t), end, least, (byte) flip);
        }
        return end;
    }

    private static void extremes8(MemorySegment[] rows, int end, long least, byte flip) {
        MemorySegment a = rows[0], b = rows[1], c = rows[2], d = rows[3];
        Raw.touch(a);
        MemorySegment e = rows[4], f = rows[5], g = rows[6], h = rows[7];
        ByteVector m = ByteVector.broadcast(B, flip);
        for (int i = 0; i < end; i += B.length()) {
            ByteVector s = min(
                    min(flip(bytes(a, i), m), flip(bytes(b, i), m)), min(flip(bytes(c, i), m), flip(bytes(d, i), m)));
            ByteVector u = min(
                    min(flip(bytes(e, i), m), flip(bytes(f, i), m)), min(flip(bytes(g, i), m), flip(bytes(h, i), m)));
            flip(min(flip(bytes(least + i), m), min(s, u)), m).intoMemorySegment(ALL, least + i, ORDER);
        }
    }

    private static void extremes1(MemorySegment[] rows, int end, long least, byte flip) {
        MemorySegment a = rows[0];
        Raw.touch(a);
        ByteVector m = ByteVector.broadcast(B, flip);
        for (int i = 0; i < end; i += B.length()) {
            flip(min(flip(bytes(least + i), m), flip(bytes(a, i), m)), m).intoMemorySegment(ALL, least + i, ORDER);
        }
    }

    private static ByteVector flip(ByteVector a, ByteVector m) {
        return a.lanewise(XOR, m);
    }

    private static ByteVector min(ByteVector a, ByteVector b) {
        return a.lanewise(UMIN, b);
    }

    private static ByteVector max(ByteVector a, ByteVector b) {
        return a.lanewise(UMAX, b);
    }

    /** Does what {@link #squares}, {@link #min} and {@link #max} do, while eight frames of a piece are in the first cache. */
    static void all(
            Tile tile,
            MemorySegment sum16,
            MemorySegment even32,
            MemorySegment odd32,
            MemorySegment min,
            MemorySegment max) {
        int end = B.loopBound(tile.samples());
        long sums = Raw.address(sum16, 2L * end);
        long even = Raw.address(even32, 2L * end);
        long odd = Raw.address(odd32, 2L * end);
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
        if (end < tile.samples()) {
            Tile right = tile.frames(0, eights).tail(end, 1);
            SCALAR.squaresU8(right, sum16.asSlice(2L * end), even32.asSlice(2L * end), odd32.asSlice(2L * end));
            SCALAR.minU8(right, min.asSlice(end));
            SCALAR.maxU8(right, max.asSlice(end));
        }
        Tile late = tile.frames(eights, tile.frames() - eights);
        squares(late, sum16, even32, odd32);
        min(late, min);
        max(late, max);
    }

    private static void range8(MemorySegment[] rows, int from, int to, long least, long most) {
        MemorySegment a = rows[0], b = rows[1], c = rows[2], d = rows[3];
        Raw.touch(a);
        MemorySegment e = rows[4], f = rows[5], g = rows[6], h = rows[7];
        for (int i = from; i < to; i += B.length()) {
            ByteVector p = bytes(a, i), q = bytes(b, i), r = bytes(c, i), s = bytes(d, i);
            ByteVector t = bytes(e, i), u = bytes(f, i), v = bytes(g, i), w = bytes(h, i);
            ByteVector low = min(min(min(p, q), min(r, s)), min(min(t, u), min(v, w)));
            ByteVector high = max(max(max(p, q), max(r, s)), max(max(t, u), max(v, w)));
            min(bytes(least + i), low).intoMemorySegment(ALL, least + i, ORDER);
            max(bytes(most + i), high).intoMemorySegment(ALL, most + i, ORDER);
        }
    }
}
