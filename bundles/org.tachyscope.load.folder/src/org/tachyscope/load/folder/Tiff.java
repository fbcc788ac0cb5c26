package org.tachyscope.load.folder;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * Follows the directories of a TIFF file: a count, so many entries, and the offset of the next directory.
 *
 * @param file in the byte order of the file
 * @param word bytes of an offset: 4, or 8 in a BigTIFF
 * @param count bytes of a directory's count: 2, or 8 in a BigTIFF
 */
record Tiff(ByteBuffer file, int word, int count) {

    private static final int BITS_PER_SAMPLE = 258;
    private static final int SHORT = 3;
    private static final int TAG_AND_TYPE = 4;

    /** Counts the pictures and finds the depth of the first. */
    Container container() throws BrokenImage {
        Set<Long> seen = new HashSet<>();
        long first = number(word, word);
        long at = first;
        while (at != 0 && seen.add(at)) {
            at = number(behindEntries(at), word);
        }
        return new Container(Math.max(1, seen.size()), first == 0 ? "" : stretched(bits(first)));
    }

    /** OpenCV puts the bits of samples that are no bytes to the top. */
    private static String stretched(long bits) {
        if (bits == 1) {
            return "1-bit samples were multiplied by 255";
        }
        return bits > 8 && bits < 16 ? bits + "-bit samples were multiplied by " + (1 << 16 - bits) : "";
    }

    private long bits(long directory) throws BrokenImage {
        long end = behindEntries(directory);
        for (long entry = directory + count; entry < end; entry += entryBytes()) {
            if (number(entry, 2) == BITS_PER_SAMPLE) {
                return first(entry);
            }
        }
        return 1; // the default of TIFF
    }

    /** Reads the first value of an entry: in place if all its values fit, else where the entry points to. */
    private long first(long entry) throws BrokenImage {
        int bytes = number(entry + 2, 2) == SHORT ? 2 : 4;
        long values = number(entry + TAG_AND_TYPE, word);
        long place = entry + TAG_AND_TYPE + word;
        return number(values <= word / bytes ? place : number(place, word), bytes);
    }

    private long behindEntries(long directory) throws BrokenImage {
        return directory + count + Math.clamp(number(directory, count), 0L, (long) file.limit()) * entryBytes();
    }

    private int entryBytes() {
        return TAG_AND_TYPE + 2 * word;
    }

    private long number(long at, int bytes) throws BrokenImage {
        if (at < 0 || at > file.limit() - bytes) {
            throw new BrokenImage("truncated: the TIFF directory lies behind byte " + file.limit());
        }
        return switch (bytes) {
            case 2 -> file.getShort((int) at) & 0xffff;
            case 4 -> file.getInt((int) at) & 0xffff_ffffL;
            default -> file.getLong((int) at);
        };
    }
}
