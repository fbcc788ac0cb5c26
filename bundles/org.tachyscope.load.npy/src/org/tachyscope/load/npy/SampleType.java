package org.tachyscope.load.npy;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tachyscope.api.data.PixelType;

/**
 * Storage format of one sample in the file.
 *
 * @param kind what the bits mean
 * @param order byte order in the file
 */
record SampleType(Kind kind, ByteOrder order) {

    private static final Pattern SPELLING = Pattern.compile("([<>=|]?)([a-zA-Z]\\d*)");

    /**
     * Reads numpy's spelling: a byte order of {@code <}, {@code >}, {@code =} or {@code |} (native), a letter and a size.
     * Nothing if it is a type without numbers that a pixel could hold.
     */
    static Optional<SampleType> of(String spelling) {
        Matcher matcher = SPELLING.matcher(spelling);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ByteOrder order = switch (matcher.group(1)) {
            case "<" -> ByteOrder.LITTLE_ENDIAN;
            case ">" -> ByteOrder.BIG_ENDIAN;
            default -> ByteOrder.nativeOrder();
        };
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.spelling().equals(matcher.group(2)))
                .findFirst()
                .map(kind -> new SampleType(kind, kind.bytes == 1 ? ByteOrder.nativeOrder() : order));
    }

    /** Returns numpy's name of the type, with its byte order. */
    String name() {
        String letter = kind.bytes == 1 ? "|" : order == ByteOrder.BIG_ENDIAN ? ">" : "<";
        return letter + kind.spelling();
    }

    /** Tells whether the bytes in the file are the bytes of a stack. */
    boolean stored() {
        return order == ByteOrder.nativeOrder()
                && switch (kind) {
                    case B1, U1, U2, F4 -> true;
                    case I1, I2, I4, I8, U4, U8, F2, F8, C8, C16 -> false;
                };
    }

    /** Tells what the bits of a sample mean, and what a stack makes of them. */
    enum Kind {
        /** Boolean. */
        B1(1, PixelType.U8, "truth values become 0 and 1"),
        /** Unsigned integers. */
        U1(1, PixelType.U8, ""),
        U2(2, PixelType.U16, ""),
        U4(4, PixelType.F32, "integers become F32 rounded to nearest, exact up to 2^24"),
        U8(8, PixelType.F32, "integers become F32 rounded to nearest, exact up to 2^24"),
        /** Signed integers. */
        I1(1, PixelType.F32, "signed integers become F32, exactly"),
        I2(2, PixelType.F32, "signed integers become F32, exactly"),
        I4(4, PixelType.F32, "signed integers become F32 rounded to nearest, exact up to 2^24"),
        I8(8, PixelType.F32, "signed integers become F32 rounded to nearest, exact up to 2^24"),
        /** IEEE 754 floating point. */
        F2(2, PixelType.F32, "half precision becomes F32, exactly"),
        F4(4, PixelType.F32, ""),
        F8(8, PixelType.F32, "double precision becomes F32 rounded to nearest, beyond ±3.4e38 infinite"),
        /** Pairs of IEEE 754 numbers, the real part first. What they become is the user's choice. */
        C8(8, PixelType.F32, ""),
        C16(16, PixelType.F32, "");

        private final int bytes;
        private final PixelType type;
        private final String rule;

        Kind(int bytes, PixelType type, String rule) {
            this.bytes = bytes;
            this.type = type;
            this.rule = rule;
        }

        private String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the size of one sample in the file. */
        int bytes() {
            return bytes;
        }

        /** Returns the pixel type of the stack. */
        PixelType type() {
            return type;
        }

        /** Returns how values change, or an empty text if they don't. */
        String rule() {
            return rule;
        }

        /** Tells whether a sample is a complex number. */
        boolean complex() {
            return this == C8 || this == C16;
        }

        /** Tells whether a value may be another one in the stack. */
        boolean rounds() {
            return switch (this) {
                case U4, U8, I4, I8, F8, C8, C16 -> true;
                case B1, U1, U2, I1, I2, F2, F4 -> false;
            };
        }
    }
}
