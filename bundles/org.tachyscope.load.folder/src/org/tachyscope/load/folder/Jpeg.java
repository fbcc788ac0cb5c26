package org.tachyscope.load.folder;

import java.nio.ByteOrder;
import java.util.Optional;
import org.tachyscope.api.data.PixelType;

/** Follows the segments of a JPEG file (ITU-T T.81) up to its frame header. */
final class Jpeg {

    private static final int SOI = 0xd8;
    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int APP1 = 0xe1;
    private static final long EXIF = 0x45786966; // "Exif"

    private Jpeg() {}

    /** Finds extent and channels, and what the camera noted. */
    static Head head(Peek file) throws BrokenImage {
        file.order(ByteOrder.BIG_ENDIAN);
        Exif exif = Exif.NONE;
        long at = 2;
        while (true) {
            while (file.number(at, 1) != 0xff) {
                at++; // a decoder passes over such bytes too
            }
            int marker = (int) file.number(at + 1, 1);
            if (marker == 0xff) {
                at++;
            } else if (marker == 0 || marker == 1 || marker >= 0xd0 && marker <= SOI) {
                at += 2;
            } else if (frame(marker)) {
                return Head.of(picture(file, at), exif);
            } else if (marker == SCAN || marker == END) {
                throw new BrokenImage("damaged: the JPEG data has no frame header");
            } else {
                if (marker == APP1 && file.number(at + 4, 4) == EXIF) {
                    exif = Exif.of(file, at + 10);
                }
                at += 2 + file.number(at + 2, 2);
            }
        }
    }

    /** Tells whether a segment is a frame header: 0xc4, 0xc8 and 0xcc are something else. */
    private static boolean frame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static Picture picture(Peek file, long at) throws BrokenImage {
        int channels = (int) file.number(at + 9, 1);
        return new Picture(
                (int) file.number(at + 7, 2),
                (int) file.number(at + 5, 2),
                channels == 1 || channels == 3 ? channels : 0,
                Optional.of(PixelType.U8),
                new Picture.Whole(Format.JPEG));
    }
}
