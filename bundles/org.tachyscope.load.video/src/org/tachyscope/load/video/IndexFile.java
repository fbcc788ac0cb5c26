package org.tachyscope.load.video;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Writes an index as bytes and reads it again: a signature with the version of the format, the state of the file that it belongs
 * to, what the file says of itself, the packets column by column, and a checksum of all that.
 */
final class IndexFile {

    private static final long SIGNATURE = 0x54534348564944_01L; // TSCHVID and the version
    private static final int BYTES_OF_PACKET = 8 + 8 + 4 + 1;

    private IndexFile() {}

    static byte[] bytes(Index index, Fingerprint of) {
        byte[] state = of.state().getBytes(StandardCharsets.US_ASCII);
        byte[] ending = index.facts().ending().getBytes(StandardCharsets.UTF_8);
        Packets packets = index.packets();
        ByteBuffer out = ByteBuffer.allocate(128 + state.length + ending.length + packets.count() * BYTES_OF_PACKET);
        out.putLong(SIGNATURE);
        text(out, state);
        out.putDouble(index.tick());
        Index.Facts facts = index.facts();
        out.putLong(facts.frames())
                .putDouble(facts.seconds())
                .putDouble(facts.rate())
                .putInt(facts.delay());
        text(out, ending);
        out.putInt(packets.count());
        for (int i = 0; i < packets.count(); i++) {
            out.putLong(packets.time(i))
                    .putLong(packets.place(i))
                    .putInt(packets.size(i))
                    .put((byte) packets.flags(i));
        }
        out.putLong(checksum(out.array(), out.position()));
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static void text(ByteBuffer out, byte[] text) {
        out.putInt(text.length).put(text);
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }

    /** Reads an index, or nothing if it is damaged, of another version, or belongs to another state of the file. */
    static Optional<Index> read(byte[] bytes, Fingerprint of) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < Long.BYTES
                || in.getLong(bytes.length - Long.BYTES) != checksum(bytes, bytes.length - Long.BYTES)) {
            return Optional.empty();
        }
        try {
            boolean fits = in.getLong() == SIGNATURE && text(in).equals(of.state());
            return fits ? Optional.of(index(in)) : Optional.empty();
        } catch (BufferUnderflowException _) {
            return Optional.empty();
        }
    }

    private static Index index(ByteBuffer in) {
        double tick = in.getDouble();
        long frames = in.getLong();
        double seconds = in.getDouble();
        double rate = in.getDouble();
        int delay = in.getInt();
        Index.Facts facts = new Index.Facts(frames, seconds, rate, text(in), delay);
        int count = in.getInt();
        Packets packets = new Packets();
        for (int i = 0; i < count; i++) {
            packets.add(in.getLong(), in.getLong(), in.getInt(), in.get());
        }
        return new Index(packets, tick, facts);
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[Math.clamp(in.getInt(), 0, in.remaining())];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
