package org.tachyscope.load.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Holds the directory of a zip file, ZIP64 included (APPNOTE.TXT 6.3.10, 4.3), and where the data of its entries lie, which
 * {@link java.util.zip} doesn't tell. Everything is checked against the file's size.
 */
record Zip(Path file, List<Entry> entries) {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int MOST_ENTRIES = 100_000;
    private static final long IN_EXTRA = 0xffffffffL;

    static final int STORED = 0;
    static final int DEFLATED = 8;

    /**
     * Describes an entry.
     *
     * @param from first byte of its data in the file
     * @param packed bytes of its data in the file
     * @param size bytes of its data when unpacked
     * @param crc CRC-32 of these
     */
    record Entry(String name, int method, boolean encrypted, long from, long packed, long size, long crc) {

        /** Returns the name without {@code .npy}, as numpy calls the array. */
        static String array(String name) {
            return name.endsWith(".npy") ? name.substring(0, name.length() - 4) : name;
        }

        /** Reads the header of the array in this entry, its offset counted from the array's first byte. */
        Header header(Path file, FileChannel channel) throws IOException {
            String named = file + ": " + name;
            if (encrypted) {
                throw new IOException(named + " is encrypted");
            }
            return switch (method) {
                case STORED -> Header.read(named, Bytes.of(channel, from, size));
                case DEFLATED -> Header.read(named, Bytes.of(start(named, channel), size));
                default ->
                    throw new IOException(
                            named + " is packed by method " + method + "; only stored and deflated arrays are read");
            };
        }

        /** Unpacks as many bytes as any header takes. */
        private byte[] start(String named, FileChannel channel) throws IOException {
            int longest = (int) Math.min(size, Header.LONGEST + 12);
            byte[] out = new byte[longest];
            int done = 0;
            try (Inflater inflater = new Inflater(true)) {
                Bytes bytes = Bytes.of(channel, from, packed);
                long at = 0;
                while (done < longest && !inflater.finished()) {
                    if (inflater.needsInput()) {
                        ByteBuffer more = bytes.read(at, 1 << 16);
                        if (!more.hasRemaining()) {
                            break;
                        }
                        at += more.remaining();
                        inflater.setInput(more);
                    }
                    done += inflater.inflate(out, done, longest - done);
                }
            } catch (DataFormatException e) {
                throw new IOException(named + " can't be unpacked: " + e.getMessage(), e);
            }
            return Arrays.copyOf(out, done);
        }
    }

    /** Returns an entry by its name. */
    Entry entry(String name) throws IOException {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException(file + " has no entry " + name));
    }

    /**
     * Reads the directory.
     *
     * @throws IOException in one sentence that names the file, if it isn't a zip or something in it can't be
     */
    static Zip read(Path file, FileChannel channel) throws IOException {
        return new Zip(file, new Directory(file, Bytes.of(channel)).entries());
    }

    private record Directory(Path file, Bytes bytes) {

        /** Bounds the directory. */
        private record End(long entries, long from, long size) {}

        List<Entry> entries() throws IOException {
            End end = end();
            if (end.entries() > MOST_ENTRIES) {
                throw new IOException(
                        file + ": claims " + end.entries() + " entries; at most " + MOST_ENTRIES + " are read");
            }
            if (end.from() < 0 || end.size() < 0 || end.from() > bytes.size() - end.size()) {
                throw broken("the directory lies outside of the file");
            }
            if (end.size() > Integer.MAX_VALUE) {
                throw broken("the directory claims " + end.size() + " bytes");
            }
            ByteBuffer directory = bytes.read(end.from(), (int) end.size());
            List<Entry> entries = new ArrayList<>();
            for (long left = end.entries(); left > 0; left--) {
                entries.add(entry(directory));
            }
            return List.copyOf(entries);
        }

        private IOException broken(String how) {
            return new IOException(file + ": the zip directory is broken: " + how);
        }

        private End end() throws IOException {
            int tail = (int) Math.min(bytes.size(), END_BYTES + LONGEST_COMMENT);
            ByteBuffer last = bytes.read(bytes.size() - tail, tail);
            for (int at = tail - END_BYTES; at >= 0; at--) {
                if (last.getInt(at) == END) {
                    long from = last.getInt(at + 16) & IN_EXTRA;
                    int entries = last.getShort(at + 10) & 0xffff;
                    long size = last.getInt(at + 12) & IN_EXTRA;
                    boolean large = from == IN_EXTRA || entries == 0xffff || size == IN_EXTRA;
                    return large ? end64(bytes.size() - tail + at) : new End(entries, from, size);
                }
            }
            throw new IOException(
                    file + (bytes.size() == 0 ? ": the file is empty" : ": not a zip file, as an .npz is"));
        }

        private End end64(long end) throws IOException {
            ByteBuffer locator = bytes.read(Math.max(0, end - 20), 20);
            if (end < 20 || locator.remaining() < 20 || locator.getInt(0) != LOCATOR_64) {
                throw broken("the locator of ZIP64 is missing");
            }
            long at = locator.getLong(8);
            ByteBuffer record = at < 0 || at > bytes.size() ? locator : bytes.read(at, 56);
            if (record.remaining() < 56 || record.getInt(0) != END_64) {
                throw broken("the end record of ZIP64 is missing");
            }
            return new End(record.getLong(32), record.getLong(48), record.getLong(40));
        }

        private Entry entry(ByteBuffer in) throws IOException {
            int at = in.position();
            if (in.remaining() < 46 || in.getInt(at) != CENTRAL) {
                throw broken("an entry is missing");
            }
            int name = in.getShort(at + 28) & 0xffff;
            int extra = in.getShort(at + 30) & 0xffff;
            int comment = in.getShort(at + 32) & 0xffff;
            if (in.remaining() < 46 + name + extra + comment) {
                throw broken("an entry is cut off");
            }
            byte[] text = new byte[name];
            in.get(at + 46, text);
            in.position(at + 46 + name + extra + comment);
            String said = new String(text, StandardCharsets.UTF_8);
            checkName(said);
            Sizes sizes = Sizes.of(in, at, name, extra);
            return located(
                    said, in.getShort(at + 8), in.getShort(at + 10) & 0xffff, sizes, in.getInt(at + 16) & IN_EXTRA);
        }

        /** Refuses names that no array has and that somebody who unpacks the file would be sorry for. */
        private void checkName(String name) throws IOException {
            String slashes = name.replace('\\', '/');
            boolean leaves = slashes.startsWith("/")
                    || slashes.matches("[A-Za-z]:.*")
                    || List.of(slashes.split("/")).contains("..");
            if (leaves || name.chars().anyMatch(Character::isISOControl)) {
                String shown = name.replaceAll("\\p{Cntrl}", "?");
                throw new IOException(file + ": the entry \"" + shown
                        + "\" leads out of the file's folder; such files are" + " refused");
            }
        }

        private Entry located(String name, int flags, int method, Sizes sizes, long crc) throws IOException {
            long end = bytes.size();
            if (sizes.offset() < 0 || sizes.offset() > end - 30 || sizes.packed() < 0 || sizes.size() < 0) {
                throw broken(name + " lies outside of the file");
            }
            ByteBuffer local = bytes.read(sizes.offset(), 30);
            if (local.remaining() < 30 || local.getInt(0) != LOCAL) {
                throw broken("there is no entry where " + name + " should be");
            }
            long from = sizes.offset() + 30 + (local.getShort(26) & 0xffff) + (local.getShort(28) & 0xffff);
            if (from > end || sizes.packed() > end - from) {
                throw broken(name + " claims " + sizes.packed() + " bytes, " + Math.max(0, end - from) + " are there");
            }
            if (method == STORED && sizes.packed() != sizes.size()) {
                throw broken(name + " is stored and claims two sizes, " + sizes.packed() + " and " + sizes.size());
            }
            return new Entry(name, method, (flags & 1) != 0, from, sizes.packed(), sizes.size(), crc);
        }
    }

    /** Holds the numbers of an entry that may stand in its ZIP64 field. */
    private record Sizes(long size, long packed, long offset) {

        static Sizes of(ByteBuffer in, int at, int name, int extra) {
            long size = in.getInt(at + 24) & IN_EXTRA;
            long packed = in.getInt(at + 20) & IN_EXTRA;
            long offset = in.getInt(at + 42) & IN_EXTRA;
            int from = at + 46 + name;
            int end = from + extra;
            while (from + 4 <= end) {
                int length = in.getShort(from + 2) & 0xffff;
                if (in.getShort(from) == 1) {
                    Wide wide = new Wide(in, from + 4, Math.min(end, from + 4 + length));
                    return new Sizes(wide.or(size), wide.or(packed), wide.or(offset));
                }
                from += 4 + length;
            }
            return new Sizes(size, packed, offset);
        }
    }

    /** Reads 64-bit numbers one after the other in place of those that don't fit 32. */
    private static final class Wide {
        private final ByteBuffer in;
        private final int end;
        private int at;

        Wide(ByteBuffer in, int at, int end) {
            this.in = in;
            this.at = at;
            this.end = end;
        }

        long or(long narrow) {
            if (narrow != IN_EXTRA || at + Long.BYTES > end) {
                return narrow;
            }
            at += Long.BYTES;
            return in.getLong(at - Long.BYTES);
        }
    }
}
