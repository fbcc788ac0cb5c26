package org.tachyscope.load.folder;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the directories of a TIFF or BigTIFF file. */
final class Tiff {

    private static final Pattern IMAGEJ = Pattern.compile("(?s)^ImageJ=.*?\\bimages=(\\d{1,9})\\b.*");
    private static final int BIG = 43;

    /**
     * Tells how a file is written.
     *
     * @param word bytes of an offset: 4, or 8 in a BigTIFF
     */
    record Format(ByteOrder order, int word) {

        /** Reads the first bytes of a file and sets its byte order. */
        static Format of(Peek file) throws BrokenImage {
            file.order(file.byteAt(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            return new Format(file.order(), file.number(2, 2) == BIG ? 8 : 4);
        }
    }

    private final Peek file;
    private final Format format;
    private final List<Picture> pictures = new ArrayList<>();
    private long listed;
    private int thumbnails;

    private Tiff(Peek file) throws BrokenImage {
        this.file = file;
        this.format = Format.of(file);
    }

    /**
     * Finds the pictures of a file: one a directory, or all of them behind the only directory, as ImageJ writes stacks.
     * Thumbnails and masks are no pictures.
     *
     * @throws BrokenImage if a directory can't be understood, or they form a loop
     */
    static Head head(Peek file) throws BrokenImage {
        Tiff tiff = new Tiff(file);
        TiffPage first = tiff.follow();
        List<Picture> pictures = tiff.pictures.size() == 1 ? tiff.imageJ(first) : tiff.pictures;
        return new Head(pictures, tiff.thumbnails, Exif.of(file, 0, first.directory(), tiff.format.word()));
    }

    /** Follows all directories and returns the first picture's page. */
    private TiffPage follow() throws BrokenImage {
        Map<Long, Integer> seen = new HashMap<>();
        List<TiffPage> first = new ArrayList<>();
        long at = file.number(format.word() == 8 ? 8 : 4, format.word());
        while (at != 0) {
            Integer before = seen.putIfAbsent(at, seen.size());
            if (before != null) {
                throw new BrokenImage("damaged: its directories form a loop, directory " + (seen.size() - 1)
                        + " is followed by directory " + before);
            }
            Directory directory = Directory.read(file, 0, at, format.word());
            TiffPage page = new TiffPage(file, format, at, directory);
            if (page.thumbnail()) {
                thumbnails++;
            } else {
                add(page);
                if (first.isEmpty()) {
                    first.add(page);
                }
            }
            at = directory.next();
        }
        if (first.isEmpty()) {
            throw new BrokenImage("a TIFF file without a picture");
        }
        return first.getFirst();
    }

    /** Bounds the work that directories can cause which share their lists. */
    private void add(TiffPage page) throws BrokenImage {
        listed += page.listed();
        if (listed > file.size()) {
            throw new BrokenImage("damaged: its directories list " + listed + " pieces in " + file.size() + " bytes");
        }
        pictures.add(page.picture());
    }

    /** ImageJ writes a stack of any size with one directory: the frames lie one after the other behind the first. */
    private List<Picture> imageJ(TiffPage page) throws BrokenImage {
        Matcher matcher = IMAGEJ.matcher(page.description());
        if (!matcher.matches() || !(pictures.getFirst().source() instanceof Picture.Stored(Raw raw)) || !raw.whole()) {
            return pictures;
        }
        long count = Long.parseLong(matcher.group(1));
        long there = (file.size() - raw.start(0)) / page.bytes();
        if (count / 2 > there) {
            throw new BrokenImage("truncated: " + count + " images were written, " + there + " are there");
        }
        List<Picture> frames = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            frames.add(page.picture(
                    i < there
                            ? new Picture.Stored(raw.at(raw.start(0) + i * page.bytes()))
                            : new Picture.Damaged("truncated: its samples go on behind byte " + file.size())));
        }
        return frames;
    }
}
