package org.tachyscope.load.folder;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** Reads samples that lie in a file as they are, tile by tile, into packed ones. Belongs to one thread. */
final class Stored implements AutoCloseable {

    private static final int CHUNK = 1 << 20;
    private static final int LARGEST = 1 << 30;

    private Arena arena = Arena.ofConfined();
    private MemorySegment scratch = MemorySegment.NULL;

    /**
     * Reads a picture.
     *
     * @param to exactly the samples of its layout
     * @throws BrokenImage if they aren't in the file
     */
    void read(Peek file, Raw raw, MemorySegment to) throws BrokenImage {
        Layout layout = raw.layout();
        if (raw.inPlace()) {
            fill(file, raw.start(0), to);
            return;
        }
        int planes = raw.apart() ? layout.channels() : 1;
        int across = (layout.width() + raw.tileWidth() - 1) / raw.tileWidth();
        int down = (layout.height() + raw.tileHeight() - 1) / raw.tileHeight();
        int tile = 0;
        for (int plane = 0; plane < planes; plane++) {
            for (int row = 0; row < down; row++) {
                for (int column = 0; column < across; column++) {
                    Tile next = new Tile(raw.start(tile++), plane, row * raw.tileHeight(), column * raw.tileWidth());
                    read(file, raw, next, to);
                }
            }
        }
    }

    /** Says where one tile lies, in the file and in the picture. */
    private record Tile(long start, int plane, int top, int left) {}

    /** Reads some rows of a tile at a time. */
    private void read(Peek file, Raw raw, Tile tile, MemorySegment to) throws BrokenImage {
        Layout layout = raw.layout();
        int channels = raw.apart() ? 1 : layout.channels();
        long rowBytes = (long) raw.tileWidth() * channels * raw.kind().samples().bytes();
        int rows = Math.min(raw.tileHeight(), layout.height() - tile.top());
        int step = (int) Math.clamp(CHUNK / rowBytes, 1L, (long) rows);
        long columns = Math.min(raw.tileWidth(), layout.width() - tile.left());
        long distance = raw.apart() ? layout.channels() : 1;
        for (int row = 0; row < rows; row += step) {
            int some = Math.min(step, rows - row);
            MemorySegment from = scratch(some * rowBytes);
            fill(file, tile.start() + row * rowBytes, from);
            for (int i = 0; i < some; i++) {
                long first = ((long) (tile.top() + row + i) * layout.width() + tile.left()) * layout.channels()
                        + tile.plane();
                raw.kind()
                        .samples()
                        .convert(from, i * rowBytes, raw.kind().order(), to, first, distance, columns * channels);
            }
        }
    }

    private static void fill(Peek file, long at, MemorySegment to) throws BrokenImage {
        for (long done = 0; done < to.byteSize(); done += LARGEST) {
            ByteBuffer some =
                    to.asSlice(done, Math.min(LARGEST, to.byteSize() - done)).asByteBuffer();
            file.copy(at + done, some);
        }
    }

    private MemorySegment scratch(long bytes) {
        if (scratch.byteSize() < bytes) {
            arena.close();
            arena = Arena.ofConfined();
            scratch = arena.allocate(bytes, 64);
        }
        return scratch.asSlice(0, bytes);
    }

    @Override
    public void close() {
        arena.close();
    }
}
