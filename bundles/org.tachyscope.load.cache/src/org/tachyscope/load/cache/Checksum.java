package org.tachyscope.load.cache;

import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32C;

/** Computes CRC-32C, for which processors have instructions. */
final class Checksum {

    private static final long PIECE = 1 << 30;

    private Checksum() {}

    /** Returns the checksum of some bytes. */
    static int of(MemorySegment bytes) {
        CRC32C crc = new CRC32C();
        add(crc, bytes);
        return (int) crc.getValue();
    }

    static void add(CRC32C crc, MemorySegment bytes) {
        for (long at = 0; at < bytes.byteSize(); at += PIECE) {
            crc.update(bytes.asSlice(at, Math.min(PIECE, bytes.byteSize() - at)).asByteBuffer());
        }
    }
}
