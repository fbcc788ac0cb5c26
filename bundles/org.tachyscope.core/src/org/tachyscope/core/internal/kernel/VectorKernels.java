package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_I2L;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_S2I;
import static org.tachyscope.core.internal.kernel.Raw.ALL;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Folds several frames at once into vectors of accumulators, with vectors of the width that the processor prefers. What is
 * left at the right end of a tile goes to {@link ScalarKernels}.
 *
 * <p>The loops are small on purpose: the compiler gives up on methods of more than some forty vector operations, and makes
 * them a hundred times slower.
 */
final class VectorKernels implements Kernels {

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> L = LongVector.SPECIES_PREFERRED;
    private static final VectorShape HALF = VectorShape.forBitSize(I.vectorBitSize() / 2);
    private static final VectorSpecies<Short> HALF_S = VectorSpecies.of(short.class, HALF);
    private static final VectorSpecies<Integer> HALF_I = VectorSpecies.of(int.class, HALF);

    private final ScalarKernels scalar = new ScalarKernels();

    /** Returns the width of the vectors that this processor prefers, in bits. */
    static int bits() {
        return I.vectorBitSize();
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
    public void allU8(
            Tile tile,
            MemorySegment sum16,
            MemorySegment even32,
            MemorySegment odd32,
            MemorySegment min,
            MemorySegment max) {
        VectorBytes.all(tile, sum16, even32, odd32, min, max);
    }

    @Override
    public void sumU16(Tile tile, MemorySegment sum32) {
        VectorShorts.sum(tile, sum32);
    }

    @Override
    public void squaresU16(Tile tile, MemorySegment sum32, MemorySegment even64, MemorySegment odd64) {
        VectorShorts.squares(tile, sum32, even64, odd64);
    }

    @Override
    public void minU16(Tile tile, MemorySegment min) {
        VectorShorts.min(tile, min);
    }

    @Override
    public void maxU16(Tile tile, MemorySegment max) {
        VectorShorts.max(tile, max);
    }

    @Override
    public void allU16(
            Tile tile,
            MemorySegment sum32,
            MemorySegment even64,
            MemorySegment odd64,
            MemorySegment min,
            MemorySegment max) {
        VectorShorts.all(tile, sum32, even64, odd64, min, max);
    }

    @Override
    public void sumF32(Tile tile, MemorySegment pivot32, MemorySegment sum64) {
        VectorFloats.sum(tile, pivot32, sum64);
    }

    @Override
    public void squaresF32(Tile tile, MemorySegment pivot32, MemorySegment sum64, MemorySegment squares64) {
        VectorFloats.squares(tile, pivot32, sum64, squares64);
    }

    @Override
    public void minF32(Tile tile, MemorySegment min) {
        VectorFloats.min(tile, min);
    }

    @Override
    public void maxF32(Tile tile, MemorySegment max) {
        VectorFloats.max(tile, max);
    }

    @Override
    public void allF32(
            Tile tile,
            MemorySegment pivot32,
            MemorySegment sum64,
            MemorySegment squares64,
            MemorySegment min,
            MemorySegment max) {
        VectorFloats.all(tile, pivot32, sum64, squares64, min, max);
    }

    @Override
    public void emptyU16(MemorySegment from16, MemorySegment to32, int samples) {
        int end = I.loopBound(samples);
        long from = Raw.address(from16, 2L * end);
        long to = Raw.address(to32, 4L * end);
        for (int i = 0; i < end; i += I.length()) {
            ShortVector narrow = ShortVector.fromMemorySegment(HALF_S, ALL, from + 2L * i, ORDER);
            IntVector wide = (IntVector) narrow.convertShape(ZERO_EXTEND_S2I, I, 0);
            IntVector before = IntVector.fromMemorySegment(I, ALL, to + 4L * i, ORDER);
            before.add(wide).intoMemorySegment(ALL, to + 4L * i, ORDER);
        }
        from16.asSlice(0, 2L * end).fill((byte) 0);
        scalar.emptyU16(from16.asSlice(2L * end), to32.asSlice(4L * end), samples - end);
    }

    @Override
    public void emptyU32(MemorySegment from32, MemorySegment to64, int samples) {
        int end = L.loopBound(samples);
        long from = Raw.address(from32, 4L * end);
        long to = Raw.address(to64, 8L * end);
        for (int i = 0; i < end; i += L.length()) {
            IntVector narrow = IntVector.fromMemorySegment(HALF_I, ALL, from + 4L * i, ORDER);
            LongVector wide = (LongVector) narrow.convertShape(ZERO_EXTEND_I2L, L, 0);
            LongVector before = LongVector.fromMemorySegment(L, ALL, to + 8L * i, ORDER);
            before.add(wide).intoMemorySegment(ALL, to + 8L * i, ORDER);
        }
        from32.asSlice(0, 4L * end).fill((byte) 0);
        scalar.emptyU32(from32.asSlice(4L * end), to64.asSlice(8L * end), samples - end);
    }
}
