package org.tachyscope.load.folder;

import java.util.Optional;
import org.tachyscope.api.data.PixelType;

/**
 * Tells of one picture in a file what the headers say.
 *
 * @param width pixels as stored, or 0 if unknown
 * @param height pixels as stored, or 0 if unknown
 * @param channels of a pixel, or 0 if unknown
 * @param type as it will be in the stack, if known
 * @param source how its pixels are had
 */
record Picture(int width, int height, int channels, Optional<PixelType> type, Source source) {

    /** Knows nothing: the file wasn't looked at. */
    static final Picture UNKNOWN = new Picture(0, 0, 0, Optional.empty(), new Unknown());

    /** Returns a size a person can read, or an empty text. */
    String size() {
        return width == 0 || height == 0 ? "" : width + " × " + height;
    }

    /** Returns the same decoded at a smaller size, if it is a JPEG. */
    Picture scaled(int divisor) {
        return divisor == 1 || !(source instanceof Whole(Format format)) || format != Format.JPEG
                ? this
                : new Picture(
                        (width + divisor - 1) / divisor, (height + divisor - 1) / divisor, channels, type, source);
    }

    /** Tells how the pixels are had. */
    sealed interface Source {}

    /** The file wasn't looked at. */
    record Unknown() implements Source {}

    /** A decoder takes the file, whose first picture this is. */
    record Whole(Format format) implements Source {}

    /** Samples lie in the file, uncompressed. */
    record Stored(Raw raw) implements Source {}

    /**
     * A decoder takes a page of a TIFF file, made a file of its own.
     *
     * @param at where its directory lies
     * @param stretched how a decoder will change the samples, or empty
     */
    record Page(Tiff.Format format, long at, String stretched) implements Source {}

    /** Numbers written as text. */
    record Matrix(Syntax syntax) implements Source {}

    /** There are no pixels. */
    record Damaged(String reason) implements Source {}
}
