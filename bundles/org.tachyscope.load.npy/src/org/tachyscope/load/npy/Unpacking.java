package org.tachyscope.load.npy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.tachyscope.api.Progress;

/** Unpacks a deflated entry from its beginning to its end, no further than the directory says, and compares the checksum. */
final class Unpacking implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final String name;
    private final Zip.Entry entry;
    private final Bytes packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] chunk = new byte[CHUNK];
    private long read;
    private long unpacked;

    /**
     * Begins.
     *
     * @param name named in every error
     */
    Unpacking(String name, Zip.Entry entry, FileChannel channel) {
        this.name = name;
        this.entry = entry;
        this.packed = Bytes.of(channel, entry.from(), entry.packed());
    }

    /** Unpacks and forgets some bytes. */
    void skip(long bytes) throws IOException {
        for (long left = bytes; left > 0; ) {
            left -= some((int) Math.min(CHUNK, left));
        }
    }

    /** Unpacks as many bytes as {@code out} takes. */
    void read(MemorySegment out, Progress progress) throws IOException {
        for (long at = 0; at < out.byteSize(); ) {
            int n = some((int) Math.min(CHUNK, out.byteSize() - at));
            MemorySegment.copy(chunk, 0, out, ValueLayout.JAVA_BYTE, at, n);
            at += n;
            progress.checkCancelled();
        }
    }

    /** Unpacks what is left, and refuses it if it isn't what was packed. */
    void finish(Progress progress) throws IOException {
        while (unpacked < entry.size()) {
            some((int) Math.min(CHUNK, entry.size() - unpacked));
            progress.checkCancelled();
        }
        if (inflated(1) > 0) {
            throw new IOException(
                    name + " unpacks to more than the " + entry.size() + " bytes that the directory says");
        }
        if (crc.getValue() != entry.crc()) {
            throw new IOException(name + ": the checksum is wrong; the file is damaged");
        }
    }

    /** Unpacks up to {@code most} bytes into the chunk, at least one. */
    private int some(int most) throws IOException {
        int n = inflated(most);
        if (n == 0) {
            throw new IOException(name + " ends after " + unpacked + " of " + entry.size() + " bytes");
        }
        crc.update(chunk, 0, n);
        unpacked += n;
        return n;
    }

    /** Unpacks up to {@code most} bytes into the chunk, none at the end. */
    private int inflated(int most) throws IOException {
        try {
            while (!inflater.finished() && !inflater.needsDictionary()) {
                int n = inflater.inflate(chunk, 0, most);
                if (n > 0) {
                    return n;
                }
                if (inflater.needsInput()) {
                    ByteBuffer more = packed.read(read, CHUNK);
                    if (!more.hasRemaining()) {
                        return 0;
                    }
                    read += more.remaining();
                    inflater.setInput(more);
                }
            }
            return 0;
        } catch (DataFormatException e) {
            throw new IOException(name + " can't be unpacked: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        inflater.close();
    }
}
