package org.tachyscope.load.folder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** Checks the chunks of a PNG file: length, type, data, checksum. */
final class Png {

    private static final int SIGNATURE = 8;
    private static final int FRAMING = 12;
    private static final int DEPTH = 24;
    private static final int COLOUR = 25;
    private static final int GRAY = 0;
    private static final int HEADER = 0x49484452; // IHDR
    private static final int ANIMATION = 0x6163544c; // acTL
    private static final int END = 0x49454e44; // IEND

    private Png() {}

    /**
     * Checks that all chunks are there and unchanged.
     *
     * @return how the samples will be stretched, or empty
     * @throws BrokenImage if not, or if it is an animation, whose first frame OpenCV doesn't always get right
     */
    static String check(ByteBuffer file) throws BrokenImage {
        file.order(ByteOrder.BIG_ENDIAN);
        int at = SIGNATURE;
        int type = HEADER;
        while (type != END) {
            int end = end(file, at);
            checkSum(file, at, end);
            type = file.getInt(at + 4);
            if (at == SIGNATURE && type != HEADER) {
                throw new BrokenImage("damaged: the PNG data has no header");
            }
            if (type == ANIMATION) {
                throw new BrokenImage("an animated PNG, which isn't supported");
            }
            at = end;
        }
        int bits = file.get(DEPTH);
        return bits < Byte.SIZE && file.get(COLOUR) == GRAY
                ? bits + "-bit samples were multiplied by " + 255 / ((1 << bits) - 1)
                : "";
    }

    /** Says that a file ends too early. */
    static String truncated(long size) {
        return "truncated: the PNG data goes on behind byte " + size;
    }

    private static int end(ByteBuffer file, int at) throws BrokenImage {
        long end = (long) at + FRAMING;
        if (end <= file.limit()) {
            end += Integer.toUnsignedLong(file.getInt(at));
        }
        if (end > file.limit()) {
            throw new BrokenImage(truncated(file.limit()));
        }
        return (int) end;
    }

    private static void checkSum(ByteBuffer file, int start, int end) throws BrokenImage {
        CRC32 sum = new CRC32();
        sum.update(file.duplicate().limit(end - 4).position(start + 4));
        if ((int) sum.getValue() != file.getInt(end - 4)) {
            throw new BrokenImage("damaged: a checksum of the PNG data at byte " + start + " is wrong");
        }
    }
}
