package org.tachyscope.load.folder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Follows the chunks of a WebP file: type, length, data, padding to an even length. */
final class Webp {

    private static final int HEADER = 12;
    private static final int FRAMING = 8;
    private static final int FRAME = 'A' | 'N' << 8 | 'M' << 16 | 'F' << 24;

    private Webp() {}

    /**
     * Counts the pictures, at least 1.
     *
     * @throws BrokenImage if the end is missing
     */
    static long frames(ByteBuffer file) throws BrokenImage {
        file.order(ByteOrder.LITTLE_ENDIAN);
        long end = FRAMING + length(file, 0);
        if (end > file.limit()) {
            throw new BrokenImage("truncated: the WebP data needs " + end + " bytes and has " + file.limit());
        }
        long frames = 0;
        long at = HEADER;
        while (at + FRAMING <= end) {
            frames += file.getInt((int) at) == FRAME ? 1 : 0;
            long length = length(file, (int) at);
            at += FRAMING + length + (length & 1);
        }
        return Math.max(1, frames);
    }

    private static long length(ByteBuffer file, int chunk) {
        return file.getInt(chunk + 4) & 0xffff_ffffL;
    }
}
