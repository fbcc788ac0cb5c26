package org.tachyscope.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.tachyscope.api.data.PixelType;

/** Writes the header of an {@code .npy} file of version 1.0, byte for byte as numpy 1.24 to 2 do. */
final class NpyHeader {

    private static final int ALIGN = 64;
    private static final int FIXED = 10;

    /** Numpy leaves room for the first length to grow to this many digits in place. */
    private static final int GROWTH_DIGITS = 21;

    private NpyHeader() {}

    /** Returns how numpy spells a pixel type in the machine's byte order. */
    static String spelling(PixelType type) {
        return switch (type) {
            case U8 -> "|u1";
            case U16 -> order() + "u2";
            case F32 -> order() + "f4";
        };
    }

    /** Returns how numpy spells a byte order. */
    static String order() {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "<" : ">";
    }

    /** Returns the bytes in front of an array in C order. */
    static ByteBuffer of(String descr, long... lengths) {
        String shape = LongStream.of(lengths).mapToObj(Long::toString).collect(Collectors.joining(", "));
        String text = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + shape
                + (lengths.length == 1 ? "," : "") + "), }"
                + " ".repeat(GROWTH_DIGITS - Long.toString(lengths[0]).length());
        int used = FIXED + text.length() + 1;
        byte[] padded = new byte[used + ALIGN - used % ALIGN];
        Arrays.fill(padded, (byte) ' ');
        ByteBuffer bytes = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        bytes.putShort((short) (padded.length - FIXED));
        bytes.put(text.getBytes(StandardCharsets.US_ASCII));
        bytes.put(padded.length - 1, (byte) '\n');
        return bytes.rewind();
    }
}
