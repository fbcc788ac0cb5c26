package org.tachyscope.load.folder;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;
import org.tachyscope.api.data.PixelType;

/** Lists the samples that are read straight from a file, without a decoder. */
enum Samples {
    U8(1, PixelType.U8, ""),
    U16(2, PixelType.U16, ""),
    F32(4, PixelType.F32, ""),
    I8(1, PixelType.F32, Conversion.SIGNED),
    I16(2, PixelType.F32, Conversion.SIGNED),
    U32(4, PixelType.F32, Conversion.rounded(32)),
    I32(4, PixelType.F32, Conversion.rounded(32)),
    F64(8, PixelType.F32, Conversion.rounded(64));

    private final int bytes;
    private final PixelType type;
    private final String change;

    Samples(int bytes, PixelType type, String change) {
        this.bytes = bytes;
        this.type = type;
        this.change = change;
    }

    /**
     * Finds samples by the numbers that TIFF gives them.
     *
     * @param format 1 unsigned, 2 signed, 3 float
     */
    static Optional<Samples> of(int bits, int format) {
        return Optional.ofNullable(
                switch (format * 100 + bits) {
                    case 108 -> U8;
                    case 116 -> U16;
                    case 132 -> U32;
                    case 208 -> I8;
                    case 216 -> I16;
                    case 232 -> I32;
                    case 332 -> F32;
                    case 364 -> F64;
                    default -> null;
                });
    }

    /** Returns the bytes of a sample in the file. */
    int bytes() {
        return bytes;
    }

    /** Returns the type that the samples have in a stack. */
    PixelType type() {
        return type;
    }

    /** Says what reading changes, or nothing. */
    String change() {
        return change;
    }

    /** Tells whether bytes of the file are the bytes of the stack. */
    boolean asTheyAre(ByteOrder order) {
        return change.isEmpty() && (bytes == 1 || order == ByteOrder.nativeOrder());
    }

    /**
     * Converts packed samples.
     *
     * @param order the byte order of {@code from}
     * @param at where in {@code from} the first sample lies, in bytes
     * @param first which sample of {@code to} is the first to be written
     * @param step distance of the samples in {@code to}, in samples
     */
    void convert(MemorySegment from, long at, ByteOrder order, MemorySegment to, long first, long step, long count) {
        var shorts = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order);
        var ints = ValueLayout.JAVA_INT_UNALIGNED.withOrder(order);
        var doubles = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order);
        for (long i = 0; i < count; i++) {
            long f = at + i * bytes;
            long t = first + i * step;
            switch (this) {
                case U8 -> to.set(JAVA_BYTE, t, from.get(JAVA_BYTE, f));
                case U16 -> to.set(ValueLayout.JAVA_SHORT_UNALIGNED, 2 * t, from.get(shorts, f));
                case F32 -> to.set(ValueLayout.JAVA_INT_UNALIGNED, 4 * t, from.get(ints, f));
                case I8 -> put(to, t, from.get(JAVA_BYTE, f));
                case I16 -> put(to, t, from.get(shorts, f));
                case U32 -> put(to, t, from.get(ints, f) & 0xffff_ffffL);
                case I32 -> put(to, t, from.get(ints, f));
                case F64 -> put(to, t, (float) from.get(doubles, f));
            }
        }
    }

    private static void put(MemorySegment to, long index, float value) {
        to.set(ValueLayout.JAVA_FLOAT_UNALIGNED, 4 * index, value);
    }
}
