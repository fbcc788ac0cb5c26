package org.tachyscope.load.cache;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tachyscope.api.DiskCache;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Shape;

/**
 * Describes an entry.
 *
 * <pre>
 *   "TSCACHE" and the format │ length of the header │ header │ a record a frame │ CRC-32C of all that
 * </pre>
 *
 * Numbers are in the machine's byte order, which the first ones tell.
 *
 * @param key what the entry was made from, its source a real path
 * @param layout where the pixels lie, for as many frames as were planned
 * @param frames how many there are
 * @param metadata what is known about the stack
 * @param records a record a frame
 */
record Index(DiskCache.Key key, Layout layout, long frames, Metadata metadata, Records records) {

    /** Changes with everything that an older program would read wrongly. */
    static final int FORMAT = 1;

    private static final long MAGIC = 0x5453_4341_4348_4500L | FORMAT;
    private static final long FIXED = 16;

    /** Returns the stack's shape. */
    Shape shape() {
        return layout.shape().withFrames(frames);
    }

    /**
     * Writes the index.
     *
     * @throws IOException if the disk refuses
     */
    void write(Path file) throws IOException {
        byte[] header = HeaderFormat.bytes(this);
        long end = FIXED + header.length + records.memory().byteSize();
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                Arena arena = Arena.ofConfined()) {
            MemorySegment all = arena.allocate(end + Integer.BYTES);
            all.set(ValueLayout.JAVA_LONG_UNALIGNED, 0, MAGIC);
            all.set(ValueLayout.JAVA_LONG_UNALIGNED, 8, header.length);
            MemorySegment.copy(header, 0, all, ValueLayout.JAVA_BYTE, FIXED, header.length);
            MemorySegment.copy(
                    records.memory(),
                    0,
                    all,
                    FIXED + header.length,
                    records.memory().byteSize());
            all.set(ValueLayout.JAVA_INT_UNALIGNED, end, Checksum.of(all.asSlice(0, end)));
            long at = 0;
            while (at < all.byteSize()) {
                long piece = Math.min(1 << 30, all.byteSize() - at);
                at += channel.write(all.asSlice(at, piece).asByteBuffer(), at);
            }
            channel.force(true);
        }
    }

    /**
     * Maps an index and checks it.
     *
     * @param arena owns the mapping
     * @throws IOException in one sentence, if it isn't a whole index of this format
     */
    static Index read(Path file, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return read(all);
        } catch (IOException e) {
            throw e instanceof Damaged ? new Damaged(file + ": " + e.getMessage()) : e;
        }
    }

    /** Understands an index. */
    static Index read(MemorySegment all) throws IOException {
        long end = all.byteSize() - Integer.BYTES;
        if (end < FIXED || all.get(ValueLayout.JAVA_LONG_UNALIGNED, 0) != MAGIC) {
            throw new Damaged("no index of this format");
        }
        if (all.get(ValueLayout.JAVA_INT_UNALIGNED, end) != Checksum.of(all.asSlice(0, end))) {
            throw new Damaged("the checksum is wrong");
        }
        long length = all.get(ValueLayout.JAVA_LONG_UNALIGNED, 8);
        if (length < 0 || length > end - FIXED || length > Integer.MAX_VALUE) {
            throw new Damaged("the header claims " + length + " bytes");
        }
        ByteBuffer header = all.asSlice(FIXED, length).asByteBuffer().order(ByteOrder.nativeOrder());
        Records records = new Records(all.asSlice(FIXED + length, end - FIXED - length));
        return HeaderFormat.index(header, records);
    }

    /** Says that an index can't be used. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1;

        Damaged(String message) {
            super(message);
        }
    }
}
