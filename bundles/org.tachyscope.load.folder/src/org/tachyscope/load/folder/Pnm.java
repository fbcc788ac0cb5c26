package org.tachyscope.load.folder;

/** Reads the header of a binary PBM, PGM or PPM file: letters, numbers in text, comments from # to the line's end. */
final class Pnm {

    private static final int LONGEST = 1 << 16;

    private final Peek file;
    private long at = 2;

    private Pnm(Peek file) {
        this.file = file;
    }

    /** Finds extent, channels and type. */
    static Head head(Peek file) throws BrokenImage {
        int kind = file.byteAt(1);
        Pnm header = new Pnm(file);
        long width = header.number();
        long height = header.number();
        boolean wide = kind != '4' && header.number() > 255;
        return Head.of(Head.whole(Format.PNM, width, height, kind == '6' ? 3 : 1, wide), Exif.NONE);
    }

    private long number() throws BrokenImage {
        int letter = next();
        while (space(letter) || letter == '#') {
            letter = letter == '#' ? behindComment() : next();
        }
        long number = 0;
        if (letter < '0' || letter > '9') {
            throw new BrokenImage("damaged: the PNM header has no number at byte " + (at - 1));
        }
        while (letter >= '0' && letter <= '9') {
            number = Math.min(Integer.MAX_VALUE, number * 10 + letter - '0');
            letter = next();
        }
        return number;
    }

    private int behindComment() throws BrokenImage {
        int letter = next();
        while (letter >= 0 && letter != '\n' && letter != '\r') {
            letter = next();
        }
        return letter;
    }

    private static boolean space(int letter) {
        return letter == ' ' || letter >= '\t' && letter <= '\r';
    }

    private int next() throws BrokenImage {
        if (at > LONGEST) {
            throw new BrokenImage("damaged: the PNM header has no end");
        }
        return file.byteAt(at++);
    }
}
