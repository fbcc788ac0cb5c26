package org.tachyscope.load.folder;

import java.util.List;
import java.util.Optional;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.load.folder.Directory.Entry;

/**
 * Understands one directory of a TIFF file. Belongs to one thread, and lives as long as the file is open.
 *
 * <p>Tags and rules are those of TIFF 6.0 (Adobe, 1992).
 */
final class TiffPage {

    static final int STRIPS = 273;
    static final int ORIENTATION = 274;
    static final int STRIP_BYTES = 279;
    static final int TILES = 324;
    static final int TILE_BYTES = 325;

    private static final int SUBFILE = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int DESCRIPTION = 270;
    private static final int CHANNELS = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int PLANAR = 284;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int SAMPLE_FORMAT = 339;

    private static final int UNCOMPRESSED = 1;
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int APART = 2;

    private final Peek file;
    private final Tiff.Format format;
    private final Directory directory;
    private final long at;
    private final long width;
    private final long height;
    private final long channels;
    private final long bits;
    private final long sampleFormat;

    /**
     * Reads what a directory says.
     *
     * @param at where it lies
     * @throws BrokenImage if it isn't in the file, or says the impossible
     */
    TiffPage(Peek file, Tiff.Format format, long at, Directory directory) throws BrokenImage {
        this.file = file;
        this.format = format;
        this.directory = directory;
        this.at = at;
        this.width = value(WIDTH, 0);
        this.height = value(HEIGHT, 0);
        this.channels = value(CHANNELS, 1);
        this.bits = value(BITS, 1);
        this.sampleFormat = value(SAMPLE_FORMAT, 1);
        if (width < 1
                || height < 1
                || channels < 1
                || width > Integer.MAX_VALUE
                || height > Integer.MAX_VALUE / width
                || channels > Integer.MAX_VALUE / (width * height)) {
            throw new BrokenImage("damaged: its header says " + width + " × " + height + " px and " + channels
                    + (channels == 1 ? " channel" : " channels"));
        }
    }

    /** Tells whether this is a smaller version of another picture, or a mask. */
    boolean thumbnail() throws BrokenImage {
        return (value(SUBFILE, 0) & 5) != 0;
    }

    /** Returns the entries. */
    Directory directory() {
        return directory;
    }

    /** Returns how many strips or tiles it lists. */
    long listed() {
        return directory.entry(STRIPS).map(Entry::count).orElse(0L)
                + directory.entry(TILES).map(Entry::count).orElse(0L);
    }

    /** Returns what the writer said about the picture. */
    String description() throws BrokenImage {
        Optional<Entry> entry = directory.entry(DESCRIPTION);
        return entry.isPresent() ? file.text(entry.get().place(), entry.get().count()) : "";
    }

    /** Returns the bytes of the pixels, uncompressed. */
    long bytes() {
        return (width * height * channels * bits + 7) / 8;
    }

    /** Returns the picture as it is read best. */
    Picture picture() throws BrokenImage {
        Optional<Raw> raw = raw();
        return picture(raw.isPresent() ? new Picture.Stored(raw.get()) : new Picture.Page(format, at, stretched()));
    }

    /** Returns the picture with pixels from elsewhere. */
    Picture picture(Picture.Source source) {
        int known = source instanceof Picture.Page ? 0 : (int) channels; // a decoder makes three of a palette
        return new Picture((int) width, (int) height, known, Optional.of(type()), source);
    }

    /** Says how OpenCV changes samples that are no bytes: it puts their bits to the top. */
    private String stretched() {
        if (bits == 1) {
            return "1-bit samples were multiplied by 255";
        }
        return bits > 8 && bits < 16 ? bits + "-bit samples were multiplied by " + (1 << 16 - bits) : "";
    }

    /** Returns where the samples lie, if they are stored as they are. */
    Optional<Raw> raw() throws BrokenImage {
        boolean apart = channels > 1 && value(PLANAR, 1) == APART;
        long photometric = value(PHOTOMETRIC, BLACK_IS_ZERO);
        Optional<Samples> samples = Samples.of((int) bits, (int) sampleFormat);
        if (value(COMPRESSION, UNCOMPRESSED) != UNCOMPRESSED
                || samples.isEmpty()
                || !equalBits()
                || photometric != BLACK_IS_ZERO && photometric != RGB) {
            refuseApart(apart);
            return Optional.empty();
        }
        Raw.Kind kind = new Raw.Kind(samples.get(), file.order());
        return Optional.of(directory.entry(TILES).isPresent() ? tiles(apart, kind) : strips(apart, kind));
    }

    /** OpenCV takes the first channel of 16-bit ones that lie apart for all of them. */
    private void refuseApart(boolean apart) throws BrokenImage {
        if (apart && bits != 8) {
            throw new BrokenImage("compressed channels of " + bits + " bits that lie apart, which aren't supported");
        }
    }

    private Raw strips(boolean apart, Raw.Kind kind) throws BrokenImage {
        long rows = Math.clamp(value(ROWS_PER_STRIP, height), 1L, height);
        long stripBytes = rows * width * (apart ? 1 : channels) * kind.samples().bytes();
        long planes = apart ? channels : 1;
        long[] starts = values(STRIPS);
        long strips = (height + rows - 1) / rows;
        refuseCount(starts.length, strips * planes, "strips");
        long last = (height - (strips - 1) * rows)
                * width
                * (apart ? 1 : channels)
                * kind.samples().bytes();
        boolean oneAfterAnother = true;
        for (int i = 0; i < starts.length; i++) {
            refuseBehind(starts[i], i % strips == strips - 1 ? last : stripBytes);
            oneAfterAnother &= i == 0 || starts[i] == starts[i - 1] + stripBytes;
        }
        return oneAfterAnother && planes == 1
                ? Raw.piece(layout(kind), starts[0], kind)
                : new Raw(layout(kind), starts, (int) width, (int) rows, false, apart, kind);
    }

    private Raw tiles(boolean apart, Raw.Kind kind) throws BrokenImage {
        long across = value(TILE_WIDTH, 0);
        long down = value(TILE_HEIGHT, 0);
        if (across < 1 || down < 1 || across > 1 << 20 || down > 1 << 20) {
            throw new BrokenImage("damaged: tiles of " + across + " × " + down + " px");
        }
        long[] starts = values(TILES);
        long tiles = ((width + across - 1) / across) * ((height + down - 1) / down) * (apart ? channels : 1);
        refuseCount(starts.length, tiles, "tiles");
        for (long start : starts) {
            refuseBehind(
                    start,
                    across * down * (apart ? 1 : channels) * kind.samples().bytes());
        }
        return new Raw(layout(kind), starts, (int) across, (int) down, true, apart, kind);
    }

    private Layout layout(Raw.Kind kind) {
        return new Layout(
                (int) height, (int) width, (int) channels, kind.samples().type());
    }

    private static void refuseCount(long found, long expected, String what) throws BrokenImage {
        if (found != expected) {
            throw new BrokenImage("damaged: it lists " + found + " " + what + " and needs " + expected);
        }
    }

    private void refuseBehind(long start, long bytes) throws BrokenImage {
        if (start < 0 || bytes > file.size() - start) {
            throw new BrokenImage("truncated: its samples go on behind byte " + file.size());
        }
    }

    private boolean equalBits() throws BrokenImage {
        Optional<Entry> entry = directory.entry(BITS);
        boolean equal = true;
        for (long i = 1; entry.isPresent() && i < Math.min(channels, entry.get().count()); i++) {
            equal &= file.number(entry.get().place() + 2 * i, 2) == bits;
        }
        return equal;
    }

    private PixelType type() {
        return sampleFormat != 1 || bits > 16 ? PixelType.F32 : bits > 8 ? PixelType.U16 : PixelType.U8;
    }

    /** Reads all values of an entry. */
    long[] values(int tag) throws BrokenImage {
        Optional<Entry> entry = directory.entry(tag);
        if (entry.isEmpty()) {
            return new long[0];
        }
        int bytes = entry.get().bytes();
        long count = entry.get().count();
        if (!List.of(2, 4, 8).contains(bytes) || count < 0 || count > file.size() / bytes) {
            throw new BrokenImage(
                    "damaged: a list of " + Long.toUnsignedString(count) + " values in " + file.size() + " bytes");
        }
        long[] values = new long[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = file.number(entry.get().place() + (long) i * bytes, bytes);
        }
        return values;
    }

    private long value(int tag, long otherwise) throws BrokenImage {
        Optional<Entry> entry = directory.entry(tag);
        if (entry.isEmpty()
                || entry.get().count() == 0
                || !List.of(1, 2, 4, 8).contains(entry.get().bytes())) {
            return otherwise;
        }
        return file.number(entry.get().place(), entry.get().bytes());
    }
}
