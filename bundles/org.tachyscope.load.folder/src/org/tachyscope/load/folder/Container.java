package org.tachyscope.load.folder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Reads the structure around the pixels of a file: how many pictures it holds, and whether it is complete.
 *
 * <p>OpenCV decodes the first picture of a file without a word about the others, and libpng writes its complaints to the
 * error stream of the process; so both are found out here, before decoding.
 */
final class Container {

    private static final int PNG_END = 0x49454e44; // IEND
    private static final int PNG_ANIMATION = 0x6163544c; // acTL
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_CHUNK = 12;
    private static final int WEBP_FRAME = 0x414e4d46; // ANMF
    private static final int WEBP_HEADER = 12;
    private static final int WEBP_CHUNK = 8;

    private Container() {}

    /**
     * Counts the pictures of a file, at least 1.
     *
     * @param file the whole file, from 0 to its limit
     * @throws BrokenImage if it is no image, or visibly damaged
     */
    static long pictures(ByteBuffer file) throws BrokenImage {
        if (file.limit() == 0) {
            throw new BrokenImage("the file is empty");
        }
        Format format = Format.of(file)
                .orElseThrow(() -> new BrokenImage("no image: it holds none of PNG, JPEG, TIFF, BMP, WebP or PNM"));
        return switch (format) {
            case PNG -> png(file.order(ByteOrder.BIG_ENDIAN));
            case TIFF -> tiff(file.order(ByteOrder.LITTLE_ENDIAN), 4, 2, 12);
            case TIFF_BIG_ENDIAN -> tiff(file.order(ByteOrder.BIG_ENDIAN), 4, 2, 12);
            case BIG_TIFF -> tiff(file.order(ByteOrder.LITTLE_ENDIAN), 8, 8, 20);
            case BIG_TIFF_BIG_ENDIAN -> tiff(file.order(ByteOrder.BIG_ENDIAN), 8, 8, 20);
            case WEBP -> webp(file);
            case JPEG, BMP, PNM -> 1;
        };
    }

    /** Finds words for a file whose structure was fine and whose pixels nevertheless couldn't be decoded. */
    static String whyUndecodable(ByteBuffer file) {
        Format format = Format.of(file).orElseThrow();
        if (format == Format.JPEG && !endsLikeJpeg(file)) {
            return "truncated: the end of the JPEG data is missing";
        }
        return "its " + format.label() + " data can't be decoded: damaged, truncated or of a rare kind";
    }

    private static boolean endsLikeJpeg(ByteBuffer file) {
        for (int i = file.limit() - 2; i >= Math.max(0, file.limit() - 1024); i--) {
            if ((file.get(i) & 0xff) == 0xff && (file.get(i + 1) & 0xff) == 0xd9) {
                return true;
            }
        }
        return false;
    }

    private static long png(ByteBuffer file) throws BrokenImage {
        long pictures = 1;
        long at = PNG_SIGNATURE;
        int type = 0;
        while (type != PNG_END) {
            long end = at + PNG_CHUNK;
            if (end <= file.limit()) {
                end += Integer.toUnsignedLong(file.getInt((int) at));
            }
            if (end > file.limit()) {
                throw new BrokenImage("truncated: the PNG data goes on behind byte " + file.limit());
            }
            checkSum(file, (int) at, (int) end);
            type = file.getInt((int) at + 4);
            if (type == PNG_ANIMATION) {
                pictures = Math.max(1, file.getInt((int) at + 8));
            }
            at = end;
        }
        return pictures;
    }

    private static void checkSum(ByteBuffer file, int start, int end) throws BrokenImage {
        CRC32 sum = new CRC32();
        sum.update(file.duplicate().limit(end - 4).position(start + 4));
        if ((int) sum.getValue() != file.getInt(end - 4)) {
            throw new BrokenImage("damaged: a checksum of the PNG data at byte " + start + " is wrong");
        }
    }

    /** Follows the chain of directories: a count, the entries, and the offset of the next directory. */
    private static long tiff(ByteBuffer file, int offsetBytes, int countBytes, int entryBytes) throws BrokenImage {
        Set<Long> seen = new HashSet<>();
        long at = number(file, offsetBytes, offsetBytes);
        while (at != 0 && seen.add(at)) {
            long entries = number(file, at, countBytes);
            long next = at + countBytes + Math.clamp(entries, 0L, (long) file.limit()) * entryBytes;
            at = number(file, next, offsetBytes);
        }
        return Math.max(1, seen.size());
    }

    private static long number(ByteBuffer file, long at, int bytes) throws BrokenImage {
        if (at < 0 || at > file.limit() - bytes) {
            throw new BrokenImage("truncated: the TIFF directory lies behind byte " + file.limit());
        }
        return switch (bytes) {
            case 2 -> file.getShort((int) at) & 0xffff;
            case 4 -> file.getInt((int) at) & 0xffff_ffffL;
            default -> file.getLong((int) at);
        };
    }

    private static long webp(ByteBuffer file) throws BrokenImage {
        long end = WEBP_CHUNK + size(file, 0);
        if (end > file.limit()) {
            throw new BrokenImage("truncated: the WebP data needs " + end + " bytes and has " + file.limit());
        }
        long frames = 0;
        for (long at = WEBP_HEADER; at + WEBP_CHUNK <= end; ) {
            frames += file.order(ByteOrder.BIG_ENDIAN).getInt((int) at) == WEBP_FRAME ? 1 : 0;
            long size = size(file, (int) at);
            at += WEBP_CHUNK + size + (size & 1);
        }
        return Math.max(1, frames);
    }

    private static long size(ByteBuffer file, int chunk) {
        return file.order(ByteOrder.LITTLE_ENDIAN).getInt(chunk + 4) & 0xffff_ffffL;
    }
}
