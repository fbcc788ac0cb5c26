package org.tachyscope.load.npy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Holds what is in front of the pixels.
 *
 * @param descr the sample type as the file spells it
 * @param type the sample type
 * @param fortran whether the first axis is the fastest
 * @param lengths lengths of the axes, each at least 1
 * @param offset first byte of the pixels
 * @param bytes bytes of the pixels, all in the file
 * @param extra bytes of the file behind the pixels
 */
record Header(String descr, SampleType type, boolean fortran, List<Long> lengths, long offset, long bytes, long extra) {

    /** Bounds the text of a header; numpy itself refuses more than 10,000 bytes. */
    static final int LONGEST = 64 * 1024;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /**
     * Reads a header, and checks that the pixels it claims are in the file.
     *
     * @param file named in every error
     * @throws IOException in one sentence with the numbers
     */
    static Header read(String file, Bytes bytes) throws IOException {
        long size = bytes.size();
        ByteBuffer start = bytes.read(0, (int) Math.min(12, size));
        if (start.limit() < 10 || !startsWithMagic(start)) {
            throw new IOException(file
                    + (size == 0
                            ? ": the file is empty"
                            : ": not an .npy file: no \\x93NUMPY and" + " version at its start"));
        }
        int major = start.get(6);
        int minor = start.get(7);
        if (major < 1 || major > 3 || minor != 0) {
            throw new IOException(
                    file + ": format version " + (major & 0xff) + "." + (minor & 0xff) + " isn't 1.0, 2.0 or 3.0");
        }
        int fixed = major == 1 ? 10 : 12;
        if (start.limit() < fixed) {
            throw new IOException(file + ": the file ends within the header");
        }
        long length = major == 1 ? start.getShort(8) & 0xffff : start.getInt(8) & 0xffffffffL;
        checkLength(file, length, size - fixed);
        Charset charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        String text = charset.decode(bytes.read(fixed, (int) length)).toString();
        return checked(file, HeaderParser.parse(file, text), fixed + length, size);
    }

    /** Returns a copy for pixels that lie so much further behind the beginning. */
    Header movedBy(long bytes) {
        return new Header(descr, type, fortran, lengths, offset + bytes, this.bytes, extra);
    }

    private static boolean startsWithMagic(ByteBuffer start) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (start.get(i) != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private static void checkLength(String file, long length, long left) throws IOException {
        if (length > left) {
            throw new IOException(
                    file + ": the header claims a length of " + length + " bytes, but only " + left + " follow");
        }
        if (length > LONGEST) {
            throw new IOException(file + ": a header of " + length + " bytes is longer than the " + LONGEST
                    + " that any array of pixels needs");
        }
    }

    private static Header checked(String file, HeaderParser.Fields fields, long offset, long size) throws IOException {
        SampleType type =
                SampleType.of(fields.descr()).orElseThrow(() -> new IOException(file + ": " + refusal(fields.descr())));
        List<Long> lengths = fields.shape();
        String shape = Axes.text(lengths);
        if (lengths.size() < 2 || lengths.size() > 4) {
            throw new IOException(file + ": an array of shape " + shape + " has " + lengths.size()
                    + " axes; a stack is made of 2, 3 or 4");
        }
        if (lengths.contains(0L)) {
            throw new IOException(file + ": an array of shape " + shape + " has no pixels");
        }
        BigInteger claimed = lengths.stream()
                .map(BigInteger::valueOf)
                .reduce(BigInteger.valueOf(type.kind().bytes()), BigInteger::multiply);
        long behind = size - offset;
        if (claimed.compareTo(BigInteger.valueOf(behind)) > 0) {
            throw new IOException(file + ": the header claims "
                    + shape.replaceAll("[()]", "").replace(",", " ×")
                    + " " + fields.descr() + " = " + claimed + " bytes of pixels, but the file has only " + behind
                    + " behind the header: truncated?");
        }
        long bytes = claimed.longValueExact();
        return new Header(fields.descr(), type, fields.fortran(), lengths, offset, bytes, behind - bytes);
    }

    private static String refusal(String descr) {
        String letter = descr.replaceAll("^[<>=|]?(.?).*", "$1");
        return "dtype " + descr
                + switch (letter) {
                    case "O" ->
                        " holds Python objects, which only Python can unpickle, running any code they carry;"
                                + " save numbers instead, such as a.astype('uint16')";
                    case "S", "a", "U" -> " holds texts, not pixels";
                    case "V" -> " holds raw bytes or records, not pixels";
                    case "M", "m" -> " holds times, not pixels";
                    default -> " isn't one that is read: b1, i1, i2, i4, i8, u1, u2, u4, u8, f2, f4, f8, c8, c16";
                };
    }
}
