package org.tachyscope.load.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Reads the bytes of a file, of a part of one, or of what is unpacked from one. */
interface Bytes {

    /** Returns how many bytes there are. */
    long size() throws IOException;

    /** Returns up to {@code count} bytes from a position on, little-endian; fewer only at the end. */
    ByteBuffer read(long position, int count) throws IOException;

    /** Reads a whole file. */
    static Bytes of(FileChannel channel) throws IOException {
        return of(channel, 0, channel.size());
    }

    /** Reads a part of a file. */
    static Bytes of(FileChannel channel, long from, long size) {
        return new Bytes() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public ByteBuffer read(long position, int count) throws IOException {
                int there = (int) Math.clamp(size - position, 0, count);
                ByteBuffer buffer = ByteBuffer.allocate(there).order(ByteOrder.LITTLE_ENDIAN);
                while (buffer.hasRemaining() && channel.read(buffer, from + position + buffer.position()) >= 0) {}
                return buffer.flip();
            }
        };
    }

    /** Reads the first of {@code size} bytes; there is nothing behind them. */
    static Bytes of(byte[] first, long size) {
        return new Bytes() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public ByteBuffer read(long position, int count) {
                int from = (int) Math.min(position, first.length);
                return ByteBuffer.wrap(first, from, Math.min(count, first.length - from))
                        .slice()
                        .order(ByteOrder.LITTLE_ENDIAN);
            }
        };
    }
}
