package org.tachyscope.load.folder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tachyscope.load.folder.Directory.Entry;

/**
 * Makes a page of a TIFF or BigTIFF file a small TIFF file of its own, which a decoder takes from memory. So any page of a file
 * of any size costs what it holds, and not a walk over the pages before it.
 */
final class Repack {

    /** Every tag that says how pixels are encoded, and none that says what they mean. */
    private static final Set<Integer> KEPT = Set.of(
            256, 257, 258, 259, 262, 266, 273, 277, 278, 279, 284, 292, 293, 317, 320, 322, 323, 324, 325, 332, 338,
            339, 347, 529, 530, 531, 532, 50_674);

    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int LONG = 4;
    private static final int LONG8 = 16;
    private static final int OLD_JPEG = 6;
    private static final int COMPRESSION = 259;

    private final Peek file;
    private final List<Entry> entries = new ArrayList<>();
    private final long[] starts;
    private final long[] lengths;

    private Repack(Peek file, TiffPage page) throws BrokenImage {
        this.file = file;
        boolean tiled = page.directory().entry(TiffPage.TILES).isPresent();
        this.starts = page.values(tiled ? TiffPage.TILES : TiffPage.STRIPS);
        long[] listed = page.values(tiled ? TiffPage.TILE_BYTES : TiffPage.STRIP_BYTES);
        this.lengths = listed.length == 0 && starts.length == 1 ? new long[] {file.size() - starts[0]} : listed;
        if (starts.length == 0 || starts.length != lengths.length) {
            throw new BrokenImage("damaged: it lists " + starts.length + " pieces and " + lengths.length + " lengths");
        }
        for (Entry entry : page.directory().entries()) {
            if (KEPT.contains(entry.tag()) && entry.bytes() > 0 && entry.count() > 0) {
                entries.add(entry);
            }
        }
    }

    /**
     * Writes a page's file.
     *
     * @param to is given the file from 0 to its limit
     * @throws BrokenImage if the page doesn't lie in the file, or is of a kind that can't be moved
     */
    static ByteBuffer page(Peek file, Picture.Page picture, FileBytes to) throws BrokenImage {
        file.order(picture.format().order());
        Directory directory =
                Directory.read(file, 0, picture.at(), picture.format().word());
        Repack repack = new Repack(file, new TiffPage(file, picture.format(), picture.at(), directory));
        return repack.write(to);
    }

    private ByteBuffer write(FileBytes to) throws BrokenImage {
        long values = HEADER + 2 + (long) entries.size() * ENTRY + 4;
        long pixels = values;
        for (Entry entry : entries) {
            pixels += room(entry);
        }
        long end = pixels;
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] < 0 || lengths[i] < 0 || lengths[i] > file.size() - starts[i]) {
                throw new BrokenImage("truncated: its samples go on behind byte " + file.size());
            }
            end += even(lengths[i]);
            if (end > Integer.MAX_VALUE - HEADER) {
                throw new BrokenImage("a page of more than 2 GiB");
            }
        }
        ByteBuffer out = to.start((int) end).order(file.order());
        out.put((byte) (file.order() == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
        out.put(out.get(0)).putShort((short) 42).putInt(HEADER).putShort((short) entries.size());
        long place = values;
        for (Entry entry : entries) {
            put(out, entry, place, pixels);
            place += room(entry);
        }
        out.putInt(0).position((int) pixels);
        copyPieces(out, (int) pixels);
        return out.position(0).limit((int) end);
    }

    private void copyPieces(ByteBuffer out, int from) throws BrokenImage {
        int at = from;
        for (int i = 0; i < starts.length; i++) {
            file.copy(starts[i], out.limit(at + (int) lengths[i]).position(at));
            out.limit(out.capacity());
            at += (int) even(lengths[i]);
        }
    }

    /** Writes an entry, and its values behind the directory if they don't fit into it. */
    private void put(ByteBuffer out, Entry entry, long place, long pixels) throws BrokenImage {
        boolean pieces = entry.tag() == TiffPage.STRIPS || entry.tag() == TiffPage.TILES;
        boolean sizes = entry.tag() == TiffPage.STRIP_BYTES || entry.tag() == TiffPage.TILE_BYTES;
        long count = pieces || sizes ? starts.length : entry.count();
        if (entry.tag() == COMPRESSION && file.number(entry.place(), entry.bytes()) == OLD_JPEG) {
            throw new BrokenImage("old-style JPEG in a TIFF, which isn't supported");
        }
        out.putShort((short) entry.tag())
                .putShort((short) (pieces || sizes ? LONG : type(entry)))
                .putInt((int) count);
        int next = out.position() + 4;
        if (room(entry) > 0) {
            out.putInt((int) place).position((int) place);
        }
        long at = pixels;
        for (int i = 0; i < count; i++) {
            if (pieces || sizes) {
                out.putInt((int) (pieces ? at : lengths[i]));
                at += even(lengths[i]);
            } else {
                put(out, entry, i);
            }
        }
        out.position(next);
    }

    private void put(ByteBuffer out, Entry entry, long index) throws BrokenImage {
        switch (entry.bytes()) {
            case 1 -> out.put((byte) file.number(entry.place() + index, 1));
            case 2 -> out.putShort((short) file.number(entry.place() + 2 * index, 2));
            case 4 -> out.putInt((int) file.number(entry.place() + 4 * index, 4));
            default -> {
                long value = file.number(entry.place() + 8 * index, 8);
                if (entry.type() == LONG8) {
                    out.putInt((int) value);
                } else if (entry.type() == 12) {
                    out.putLong(value);
                } else {
                    out.putInt((int) file.number(entry.place() + 8 * index, 4));
                    out.putInt((int) file.number(entry.place() + 8 * index + 4, 4));
                }
            }
        }
    }

    private static int type(Entry entry) {
        return entry.type() == LONG8 ? LONG : entry.type();
    }

    /** Returns the bytes that the values of an entry need behind the directory. */
    private long room(Entry entry) throws BrokenImage {
        boolean ours = Set.of(TiffPage.STRIPS, TiffPage.TILES, TiffPage.STRIP_BYTES, TiffPage.TILE_BYTES)
                .contains(entry.tag());
        if (!ours && entry.count() > file.size()) {
            throw new BrokenImage("damaged: an entry of " + entry.count() + " values");
        }
        long bytes = ours ? 4L * starts.length : entry.count() * (entry.type() == LONG8 ? 4 : entry.bytes());
        return bytes <= 4 ? 0 : even(bytes);
    }

    private static long even(long bytes) {
        return bytes + (bytes & 1);
    }
}
