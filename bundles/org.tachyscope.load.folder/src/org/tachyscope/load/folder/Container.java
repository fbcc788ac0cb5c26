package org.tachyscope.load.folder;

import java.nio.ByteBuffer;

/**
 * Says what the structure around the pixels of a file tells.
 *
 * <p>OpenCV decodes the first picture of a file without a word about the others, stretches samples of unusual depth, and
 * libpng writes its complaints to the error stream of the process; so all that is found out here, before decoding.
 *
 * @param pictures how many pictures the file holds, at least 1
 * @param stretched how OpenCV will change the samples, or empty
 */
record Container(long pictures, String stretched) {

    /** Says that a file has none of the signatures. */
    static final String NO_IMAGE = "no image: it holds none of PNG, JPEG, TIFF, BMP, WebP or binary PNM";

    private static final int JPEG_TAIL = 1024;

    /**
     * Reads the structure of a file.
     *
     * @param file the whole file, from 0 to its limit
     * @throws BrokenImage if it is no image, or visibly damaged
     */
    static Container of(ByteBuffer file) throws BrokenImage {
        if (file.limit() == 0) {
            throw new BrokenImage("the file is empty");
        }
        Format format = Format.of(file).orElseThrow(() -> new BrokenImage(NO_IMAGE));
        return switch (format) {
            case PNG -> new Container(1, Png.check(file));
            case TIFF, TIFF_BIG_ENDIAN, BIG_TIFF, BIG_TIFF_BIG_ENDIAN ->
                new Container(Tiff.head(Peek.in(file)).pictures().size(), "");
            case WEBP -> new Container(Webp.frames(file), "");
            case PNM ->
                new Container(1, file.get(1) == '4' ? "1-bit samples became 255 for white and 0 for black" : "");
            case JPEG, BMP -> new Container(1, "");
            case RAW, TEXT -> throw new IllegalArgumentException("no signature says " + format.label());
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
        for (int i = file.limit() - 2; i >= Math.max(0, file.limit() - JPEG_TAIL); i--) {
            if ((file.get(i) & 0xff) == 0xff && (file.get(i + 1) & 0xff) == 0xd9) {
                return true;
            }
        }
        return false;
    }
}
