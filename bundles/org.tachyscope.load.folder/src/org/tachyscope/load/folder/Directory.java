package org.tachyscope.load.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds one directory of a TIFF file or of Exif data: entries of tag, type, count and value, and where the next one lies.
 *
 * @param entries as they stand in the file
 * @param next where the next directory lies, relative to the base; 0 if there is none
 */
record Directory(List<Entry> entries, long next) {

    private static final int TAG_AND_TYPE = 4;
    private static final int MOST_ENTRIES = 65_535;
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    /**
     * Tells one entry.
     *
     * @param tag what it says
     * @param type the number of the type of its values
     * @param count how many values there are
     * @param place where the first lies in the file
     */
    record Entry(int tag, int type, long count, long place) {

        /** Returns the bytes of one value, or 0 if the type is unknown. */
        int bytes() {
            return type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
        }
    }

    /** Copies the list. */
    Directory {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a directory.
     *
     * @param base what offsets count from: 0 in a TIFF file
     * @param at where the directory lies, relative to the base
     * @param word bytes of an offset: 4, or 8 in a BigTIFF
     * @throws BrokenImage if it doesn't lie in the file
     */
    static Directory read(Peek file, long base, long at, int word) throws BrokenImage {
        int countBytes = word == 8 ? 8 : 2;
        int entryBytes = TAG_AND_TYPE + 2 * word;
        long count = file.number(base + at, countBytes);
        if (count < 0 || count > MOST_ENTRIES) {
            throw new BrokenImage("damaged: a directory of " + Long.toUnsignedString(count) + " entries");
        }
        List<Entry> entries = new ArrayList<>();
        long entry = base + at + countBytes;
        for (long i = 0; i < count; i++, entry += entryBytes) {
            entries.add(entry(file, base, entry, word));
        }
        return new Directory(entries, file.number(entry, word));
    }

    /** Finds an entry. */
    Optional<Entry> entry(int tag) {
        return entries.stream().filter(entry -> entry.tag() == tag).findFirst();
    }

    private static Entry entry(Peek file, long base, long at, int word) throws BrokenImage {
        int type = (int) file.number(at + 2, 2);
        long count = file.number(at + TAG_AND_TYPE, word);
        Entry inside = new Entry((int) file.number(at, 2), type, count, at + TAG_AND_TYPE + word);
        boolean fits = count >= 0 && count <= word / Math.max(1, inside.bytes());
        return fits ? inside : new Entry(inside.tag(), type, count, base + file.number(inside.place(), word));
    }
}
