package org.tachyscope.load.folder;

import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tachyscope.load.folder.Directory.Entry;

/**
 * Tells what a camera noted beside a picture (Exif 2.3, JEITA CP-3451C; the tags of TIFF 6.0 are the same).
 *
 * @param orientation how the picture is to be turned, 1 … 8; 1 is not at all
 * @param captured when it was taken, in the camera's local time, if noted
 */
record Exif(int orientation, Optional<LocalDateTime> captured) {

    /** Knows nothing. */
    static final Exif NONE = new Exif(1, Optional.empty());

    private static final int ORIENTATION = 274;
    private static final int CHANGED = 306;
    private static final int MORE = 34_665;
    private static final int TAKEN = 36_867;
    private static final int CHANGED_FRACTION = 37_520;
    private static final int TAKEN_FRACTION = 37_521;
    private static final int ASCII = 2;
    private static final Pattern TIME =
            Pattern.compile("(\\d{4})[:-](\\d\\d)[:-](\\d\\d)[ T](\\d\\d):(\\d\\d):(\\d\\d).*");
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,9}).*");

    /** Returns the same for pictures that aren't to be turned. */
    Exif asStored() {
        return orientation == 1 ? this : new Exif(1, captured);
    }

    /** Reads the TIFF structure that Exif data are. Damaged ones say nothing. */
    static Exif of(Peek file, long base) {
        ByteOrder order = file.order();
        try {
            file.order(file.byteAt(base) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            return of(file, base, Directory.read(file, base, file.number(base + 4, 4), 4), 4);
        } catch (BrokenImage e) {
            return NONE;
        } finally {
            file.order(order);
        }
    }

    /** Reads what a directory and the one that it points to tell. */
    static Exif of(Peek file, long base, Directory directory, int word) {
        try {
            int orientation = (int) number(file, directory, ORIENTATION, 1);
            long more = number(file, directory, MORE, 0);
            Directory camera = more == 0 ? directory : Directory.read(file, base, more, word);
            Optional<LocalDateTime> taken = time(file, camera, TAKEN, camera, TAKEN_FRACTION);
            return new Exif(
                    orientation >= 1 && orientation <= 8 ? orientation : 1,
                    taken.isPresent() ? taken : time(file, directory, CHANGED, camera, CHANGED_FRACTION));
        } catch (BrokenImage e) {
            return NONE;
        }
    }

    private static long number(Peek file, Directory directory, int tag, long otherwise) throws BrokenImage {
        Optional<Entry> entry = directory.entry(tag);
        return entry.isEmpty() || entry.get().bytes() == 0
                ? otherwise
                : file.number(entry.get().place(), entry.get().bytes());
    }

    private static Optional<LocalDateTime> time(
            Peek file, Directory directory, int tag, Directory fractions, int fractionTag) throws BrokenImage {
        Matcher time = TIME.matcher(text(file, directory, tag));
        if (!time.matches()) {
            return Optional.empty();
        }
        Matcher fraction = FRACTION.matcher(text(file, fractions, fractionTag));
        String digits = fraction.matches() ? fraction.group(1) : "0";
        int nanos = Integer.parseInt((digits + "00000000").substring(0, 9));
        try {
            return Optional.of(LocalDateTime.of(
                    number(time, 1),
                    number(time, 2),
                    number(time, 3),
                    number(time, 4),
                    number(time, 5),
                    number(time, 6),
                    nanos));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String text(Peek file, Directory directory, int tag) throws BrokenImage {
        Optional<Entry> entry = directory.entry(tag);
        return entry.isEmpty() || entry.get().type() != ASCII
                ? ""
                : file.text(entry.get().place(), entry.get().count());
    }
}
