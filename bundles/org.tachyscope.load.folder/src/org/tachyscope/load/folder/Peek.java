package org.tachyscope.load.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads numbers anywhere in a file, through a small window that is kept. Belongs to one thread. */
final class Peek implements AutoCloseable {

    private static final int WINDOW = 1 << 13;

    private final Origin origin;
    private final long size;
    private final ByteBuffer window;
    private long start;

    private Peek(Origin origin, long size, ByteBuffer window) {
        this.origin = origin;
        this.size = size;
        this.window = window;
    }

    /**
     * Opens a file.
     *
     * @throws BrokenImage if it can't be read
     */
    static Peek at(Path file) throws BrokenImage {
        try {
            FileChannel channel = FileChannel.open(file);
            return new Peek(
                    new Opened(channel, file),
                    channel.size(),
                    ByteBuffer.allocate(WINDOW).limit(0));
        } catch (IOException e) {
            throw new BrokenImage(FileBytes.why(file, e));
        }
    }

    /** Reads bytes in memory, from 0 to their limit. */
    static Peek in(ByteBuffer bytes) {
        return new Peek(new InMemory(bytes), bytes.limit(), bytes.duplicate().position(0));
    }

    /** Sets how numbers of several bytes are read. */
    void order(ByteOrder order) {
        window.order(order);
    }

    /** Returns how numbers of several bytes are read. */
    ByteOrder order() {
        return window.order();
    }

    /** Returns the bytes of the file. */
    long size() {
        return size;
    }

    /** Returns one byte, 0 … 255, or -1 behind the end. */
    int byteAt(long at) throws BrokenImage {
        return at < size ? (int) number(at, 1) : -1;
    }

    /**
     * Reads an unsigned number; of 8 bytes as they are.
     *
     * @param bytes 1, 2, 4 or 8
     * @throws BrokenImage if it doesn't lie in the file
     */
    long number(long at, int bytes) throws BrokenImage {
        int i = need(at, bytes);
        return switch (bytes) {
            case 1 -> window.get(i) & 0xff;
            case 2 -> window.getShort(i) & 0xffff;
            case 4 -> window.getInt(i) & 0xffff_ffffL;
            default -> window.getLong(i);
        };
    }

    /** Reads a text of one byte a letter, up to its first zero; what lies behind the end of the file is missing. */
    String text(long at, long length) throws BrokenImage {
        int bytes = (int) Math.clamp(Math.min(length, size - at), 0L, (long) WINDOW);
        if (at < 0 || bytes == 0) {
            return "";
        }
        byte[] letters = new byte[bytes];
        copy(at, ByteBuffer.wrap(letters));
        String text = new String(letters, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    /**
     * Copies bytes of the file until {@code to} is full.
     *
     * @throws BrokenImage if they don't all lie in the file
     */
    void copy(long at, ByteBuffer to) throws BrokenImage {
        if (at < 0 || at > size - to.remaining()) {
            throw new BrokenImage("truncated: its samples go on behind byte " + size);
        }
        try {
            for (long from = at; to.hasRemaining(); ) {
                int read = origin.read(to, from);
                if (read <= 0) {
                    throw new BrokenImage("truncated while it was read");
                }
                from += read;
            }
        } catch (IOException e) {
            throw new BrokenImage(origin.why(e));
        }
    }

    /** Brings bytes into the window and returns where in it they begin. */
    private int need(long at, int bytes) throws BrokenImage {
        if (at < 0 || at > size - bytes) {
            throw new BrokenImage("truncated: its structure goes on behind byte " + size);
        }
        if (at < start || at + bytes > start + window.limit()) {
            window.clear().limit((int) Math.min(WINDOW, size - at));
            copy(at, window);
            window.flip();
            start = at;
        }
        return (int) (at - start);
    }

    @Override
    public void close() throws BrokenImage {
        try {
            origin.close();
        } catch (IOException e) {
            throw new BrokenImage(origin.why(e));
        }
    }

    /** Gives bytes of the file. */
    private sealed interface Origin {

        /** Reads some bytes, at least one unless the end was reached. */
        int read(ByteBuffer to, long at) throws IOException;

        /** Words why bytes can't be had. */
        default String why(IOException e) {
            return String.valueOf(e.getMessage());
        }

        void close() throws IOException;
    }

    private record Opened(FileChannel channel, Path file) implements Origin {
        @Override
        public int read(ByteBuffer to, long at) throws IOException {
            return channel.read(to, at);
        }

        @Override
        public String why(IOException e) {
            return FileBytes.why(file, e);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private record InMemory(ByteBuffer bytes) implements Origin {
        @Override
        public int read(ByteBuffer to, long at) {
            int count = Math.min(to.remaining(), bytes.limit() - (int) at);
            to.put(bytes.duplicate().limit((int) at + count).position((int) at));
            return count;
        }

        @Override
        public void close() {}
    }
}
