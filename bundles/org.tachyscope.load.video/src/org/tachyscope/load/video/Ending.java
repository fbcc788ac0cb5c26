package org.tachyscope.load.video;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Tells whether a file ends before the place where its own outermost structure says that it ends. */
final class Ending {

    private static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int MOST_BOXES = 1_000_000;
    private static final int STREAM_PACKET = 188;

    private final RandomAccessFile file;
    private final long length;

    private Ending(RandomAccessFile file) throws IOException {
        this.file = file;
        length = file.length();
    }

    /**
     * Compares sizes of boxes (MP4), chunks (AVI), the segment (Matroska) or packets (MPEG transport streams) with the size of the file.
     *
     * @param container FFmpeg's name of the file format
     */
    static boolean isEarly(Path path, String container) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            Ending ending = new Ending(file);
            return switch (container.split(",")[0]) {
                case "mov" -> ending.ofBoxes();
                case "avi" -> ending.ofChunks();
                case "matroska" -> ending.ofSegment();
                case "mpegts" -> ending.length % STREAM_PACKET != 0;
                default -> false;
            };
        } catch (EOFException _) {
            return true; // in the middle of what says where it ends
        }
    }

    private boolean ofBoxes() throws IOException {
        long at = 0;
        for (int i = 0; i < MOST_BOXES && at + 8 <= length; i++) {
            file.seek(at);
            long size = file.readInt() & 0xffffffffL;
            file.readInt();
            if (size == 0) {
                return false; // to the end of the file, wherever that is
            }
            if (size == 1 && at + 16 <= length) {
                size = file.readLong();
            }
            if (size < 8) {
                return false;
            }
            at += size;
        }
        return at > length;
    }

    private boolean ofChunks() throws IOException {
        long at = 0;
        for (int i = 0; i < MOST_BOXES && at + 8 <= length; i++) {
            file.seek(at);
            byte[] name = new byte[4];
            file.readFully(name);
            if (!new String(name, StandardCharsets.ISO_8859_1).equals("RIFF")) {
                return false;
            }
            long size = Integer.reverseBytes(file.readInt()) & 0xffffffffL;
            at += 8 + size + size % 2;
        }
        return at > length + 1;
    }

    private boolean ofSegment() throws IOException {
        if (length < 12 || file.readInt() != EBML) {
            return false;
        }
        long header = number();
        long segment = file.getFilePointer() + header;
        if (header < 0 || segment < 0 || segment + 12 > length) {
            return true;
        }
        file.seek(segment);
        if (file.readInt() != SEGMENT) {
            return false;
        }
        long size = number();
        return size >= 0 && file.getFilePointer() + size > length;
    }

    /** Reads a number of variable length, or -1 for one that means unknown. */
    private long number() throws IOException {
        int first = file.readUnsignedByte();
        int more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > 7) {
            return -1;
        }
        long value = first & (0x7f >> more);
        boolean unknown = value == 0x7f >> more;
        for (int i = 0; i < more; i++) {
            int next = file.readUnsignedByte();
            unknown &= next == 0xff;
            value = value << 8 | next;
        }
        return unknown ? -1 : value;
    }
}
