package org.tachyscope.load.folder;

import java.nio.ByteOrder;
import org.tachyscope.api.Param;

/**
 * Says how samples lie in files that don't tell themselves.
 *
 * @param width columns, 0 if there are no such files
 * @param height rows
 * @param type of a sample
 * @param order of the bytes of a sample
 * @param header bytes before the first frame
 */
public record RawGeometry(
        @Param(label = "Width", help = "Columns of a frame; 0 if there are no raw files.", min = 0, unit = "px")
        int width,

        @Param(label = "Height", help = "Rows of a frame.", min = 0, unit = "px")
        int height,

        @Param(label = "Type", help = "What a sample is.") Type type,

        @Param(label = "Byte order", help = "Which byte of a sample comes first: the least or the most significant.")
        Order order,

        @Param(label = "Header", help = "Bytes before the first frame, which are skipped.", min = 0, unit = "bytes")
        long header) {

    /** Says nothing. */
    static final RawGeometry NONE = new RawGeometry(0, 0, Type.U8, Order.LITTLE, 0);

    /** Tells what a sample is. */
    public enum Type {
        /** 8 bits, unsigned. */
        U8(Samples.U8),
        /** 16 bits, unsigned; also 10, 12 or 14 bits in two bytes. */
        U16(Samples.U16),
        /** 32 bits, floating. */
        F32(Samples.F32),
        /** 8 bits, signed. */
        I8(Samples.I8),
        /** 16 bits, signed. */
        I16(Samples.I16),
        /** 32 bits, unsigned. */
        U32(Samples.U32),
        /** 32 bits, signed. */
        I32(Samples.I32),
        /** 64 bits, floating. */
        F64(Samples.F64);

        private final Samples samples;

        Type(Samples samples) {
            this.samples = samples;
        }

        Samples samples() {
            return samples;
        }
    }

    /** Tells which byte of a sample comes first. */
    public enum Order {
        /** The least significant. */
        LITTLE(ByteOrder.LITTLE_ENDIAN),
        /** The most significant. */
        BIG(ByteOrder.BIG_ENDIAN);

        private final ByteOrder order;

        Order(ByteOrder order) {
            this.order = order;
        }

        ByteOrder order() {
            return order;
        }
    }

    /** Tells whether a geometry was stated. */
    boolean stated() {
        return width > 0 && height > 0;
    }
}
