package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_B2I;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_S2I;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.tachyscope.api.data.PixelType;

/** Loads neighbouring samples of one pixel type into a vector of float32. */
interface VectorLoad {

    ByteOrder ORDER = ByteOrder.nativeOrder();
    VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
    VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
    VectorSpecies<Short> HALF_S = VectorSpecies.of(short.class, VectorShape.forBitSize(F.vectorBitSize() / 2));

    /** As many bytes as there are floats in a vector; vectors have no fewer than 64 bits, so not all machines have it. */
    VectorSpecies<Byte> QUARTER_B =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, F.vectorBitSize() / 4)));

    /** Tells whether this machine can load samples of a type so. */
    static boolean can(PixelType type) {
        return type != PixelType.U8 || QUARTER_B.length() == F.length();
    }

    /** Returns what loads samples of a type. */
    static VectorLoad of(PixelType type) {
        return switch (type) {
            case U8 -> new Bytes();
            case U16 -> new Shorts();
            case F32 -> new Floats();
        };
    }

    /** Loads as many samples as a vector of float32 has, from sample {@code i} behind byte {@code offset} on. */
    FloatVector at(MemorySegment in, long offset, int i);

    /** Loads U8. */
    record Bytes() implements VectorLoad {
        @Override
        public FloatVector at(MemorySegment in, long offset, int i) {
            return floats(ByteVector.fromMemorySegment(QUARTER_B, in, offset + i, ORDER)
                    .convertShape(ZERO_EXTEND_B2I, I, 0));
        }
    }

    /** Loads U16. */
    record Shorts() implements VectorLoad {
        @Override
        public FloatVector at(MemorySegment in, long offset, int i) {
            return floats(ShortVector.fromMemorySegment(HALF_S, in, offset + 2L * i, ORDER)
                    .convertShape(ZERO_EXTEND_S2I, I, 0));
        }
    }

    /** Loads F32. */
    record Floats() implements VectorLoad {
        @Override
        public FloatVector at(MemorySegment in, long offset, int i) {
            return FloatVector.fromMemorySegment(F, in, offset + 4L * i, ORDER);
        }
    }

    private static FloatVector floats(Vector<Integer> ints) {
        return (FloatVector) ints.convertShape(I2F, F, 0);
    }
}
