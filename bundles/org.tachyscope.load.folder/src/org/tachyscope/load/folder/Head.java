package org.tachyscope.load.folder;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.data.PixelType;

/**
 * Says what the headers of a file tell, before any pixel is decoded.
 *
 * @param pictures at least one
 * @param thumbnails pictures that are smaller versions of others, or masks
 * @param exif what the camera noted
 * @param stamp of the file
 */
record Head(List<Picture> pictures, int thumbnails, Exif exif, Stamp stamp) {

    /** Knows nothing of a file that wasn't looked at. */
    static final Head UNKNOWN = of(Picture.UNKNOWN, Exif.NONE);

    private static final long MOST_PER_BYTE = 2000;

    /** Copies the list. */
    Head {
        pictures = List.copyOf(pictures);
    }

    /** Tells of pictures in memory. */
    Head(List<Picture> pictures, int thumbnails, Exif exif) {
        this(pictures, thumbnails, exif, Stamp.NONE);
    }

    /** Tells of one picture. */
    static Head of(Picture picture, Exif exif) {
        return new Head(List.of(picture), 0, exif);
    }

    /**
     * Reads the headers of a file.
     *
     * @param raw how samples lie in a file without any
     * @throws BrokenImage if it is no image, or its headers are damaged
     */
    static Head read(Path file, RawGeometry raw) throws BrokenImage {
        Stamp stamp = Stamp.of(file);
        try (Peek peek = Peek.at(file)) {
            Head head = read(peek, file, raw);
            return new Head(head.pictures, head.thumbnails, head.exif, stamp);
        }
    }

    private static Head read(Peek peek, Path file, RawGeometry raw) throws BrokenImage {
        Optional<Format> name = Format.ofName(String.valueOf(file.getFileName()));
        Optional<Format> found = format(peek);
        if (found.isPresent()) {
            return of(peek);
        }
        return switch (name.orElse(raw.stated() ? Format.RAW : Format.PNG)) {
            case RAW -> RawFile.head(peek, raw);
            case TEXT -> TextMatrix.head(peek);
            default -> throw new BrokenImage(Container.NO_IMAGE);
        };
    }

    private static Optional<Format> format(Peek file) throws BrokenImage {
        if (file.size() == 0) {
            throw new BrokenImage("the file is empty");
        }
        int[] start = new int[16];
        for (int i = 0; i < start.length; i++) {
            start[i] = file.byteAt(i);
        }
        return Format.of(i -> start[i]);
    }

    /** Reads headers of an image that has a signature. */
    static Head of(Peek file) throws BrokenImage {
        Format format = format(file).orElseThrow(() -> new BrokenImage(Container.NO_IMAGE));
        Head head = switch (format) {
            case PNG -> png(file);
            case JPEG -> Jpeg.head(file);
            case TIFF, TIFF_BIG_ENDIAN, BIG_TIFF, BIG_TIFF_BIG_ENDIAN -> Tiff.head(file);
            case BMP -> bmp(file);
            case WEBP -> webp(file);
            case PNM -> Pnm.head(file);
            case RAW, TEXT -> throw new IllegalArgumentException("no signature says " + format.label());
        };
        head.refuseImpossible(format, file.size());
        return head;
    }

    /** Refuses a header that promises more pixels than any compression makes of the bytes that are there. */
    private void refuseImpossible(Format format, long size) throws BrokenImage {
        for (Picture picture : pictures) {
            long pixels = (long) picture.width() * picture.height();
            boolean white = picture.source() instanceof Picture.Page || format == Format.WEBP;
            if (!white && pixels / MOST_PER_BYTE > size) {
                throw new BrokenImage(
                        "truncated: its header says " + picture.size() + " px, and it has only " + size + " bytes");
            }
        }
    }

    private static Head png(Peek file) throws BrokenImage {
        file.order(ByteOrder.BIG_ENDIAN);
        if (file.size() < 33) {
            throw new BrokenImage(Png.truncated(file.size()));
        }
        int colour = (int) file.number(25, 1);
        int channels = switch (colour) {
            case 0 -> 1;
            case 2 -> 3;
            case 6 -> 4;
            default -> 0;
        };
        return of(
                whole(Format.PNG, file.number(16, 4), file.number(20, 4), channels, file.number(24, 1) == 16),
                Exif.NONE);
    }

    private static Head bmp(Peek file) throws BrokenImage {
        file.order(ByteOrder.LITTLE_ENDIAN);
        boolean old = file.number(14, 4) == 12;
        long width = file.number(18, old ? 2 : 4);
        long height = old ? file.number(20, 2) : Math.abs((int) file.number(22, 4));
        return of(whole(Format.BMP, width, height, 0, false), Exif.NONE);
    }

    private static Head webp(Peek file) throws BrokenImage {
        file.order(ByteOrder.LITTLE_ENDIAN);
        if (file.size() < 30) {
            return of(Picture.UNKNOWN, Exif.NONE);
        }
        long three = 0xff_ffff;
        return switch ((int) file.number(15, 1)) {
            case 'X' ->
                of(
                        whole(Format.WEBP, 1 + (file.number(24, 4) & three), 1 + (file.number(26, 4) >> 8), 0, false),
                        Exif.NONE);
            case 'L' -> {
                long bits = file.number(21, 4);
                yield of(whole(Format.WEBP, 1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff), 0, false), Exif.NONE);
            }
            default ->
                of(whole(Format.WEBP, file.number(26, 2) & 0x3fff, file.number(28, 2) & 0x3fff, 0, false), Exif.NONE);
        };
    }

    /** Describes a picture that a decoder takes with its file. */
    static Picture whole(Format format, long width, long height, int channels, boolean wide) throws BrokenImage {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE / width) {
            throw new BrokenImage("damaged: its header says " + width + " × " + height + " px");
        }
        PixelType type = wide ? PixelType.U16 : PixelType.U8;
        return new Picture((int) width, (int) height, channels, Optional.of(type), new Picture.Whole(format));
    }
}
