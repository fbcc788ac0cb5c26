package org.tachyscope.load.cache;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.tachyscope.api.DiskCache;
import org.tachyscope.api.data.Stack;

/** Is an entry that is being written: a folder beside the entries, whose name nobody opens, with all the room it needs. */
final class Part implements AutoCloseable {

    private static final long PIECE = 64L << 20;

    static final String PIXELS = "pixels";
    static final String LEVELS = "levels";
    static final String INDEX = "index";
    static final String LOCK = "lock";

    private final Path folder;
    private final Layout layout;
    private final FileChannel lock;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment pixels;
    private final MemorySegment levels;
    private final Records records;

    private Part(Path folder, Layout layout, FileChannel lock) throws IOException {
        this.folder = folder;
        this.layout = layout;
        this.lock = lock;
        try {
            pixels = map(PIXELS, layout.pixelBytes());
            levels = map(LEVELS, layout.levelBytes());
            records = new Records(arena.allocate(layout.shape().frames() * Records.BYTES, Long.BYTES));
        } catch (IOException | RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }

    /** Makes the folder, locks it and reserves its room. */
    static Part make(Path folder, Layout layout) throws IOException {
        Files.createDirectory(folder);
        FileChannel lock =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            lock.lock();
            Reserve.make(folder.resolve(PIXELS), layout.pixelBytes());
            Reserve.make(folder.resolve(LEVELS), layout.levelBytes());
            return new Part(folder, layout, lock);
        } catch (IOException | RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private MemorySegment map(String name, long bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(folder.resolve(name), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
        }
    }

    Path folder() {
        return folder;
    }

    Layout layout() {
        return layout;
    }

    MemorySegment pixels() {
        return pixels;
    }

    MemorySegment levels() {
        return levels;
    }

    Records records() {
        return records;
    }

    /** Brings what was written to the disk, in pieces, until it is told to stop. */
    void toDisk(BooleanSupplier stop) {
        for (MemorySegment file : List.of(pixels, levels)) {
            for (long at = 0; at < file.byteSize() && !stop.getAsBoolean(); at += PIECE) {
                file.asSlice(at, Math.min(PIECE, file.byteSize() - at)).force();
            }
        }
    }

    /** Writes the index, when everything else is on the disk. */
    void finish(DiskCache.Key key, Stack stack) throws IOException {
        long frames = stack.shape().frames();
        Records kept = new Records(records.memory().asSlice(0, frames * Records.BYTES));
        new Index(key, layout, frames, stack.metadata(), kept).write(folder.resolve(INDEX));
    }

    /** Lets go of memory and lock, as some systems want before they move or delete files. The files stay. */
    @Override
    public void close() throws IOException {
        if (arena.scope().isAlive()) {
            arena.close();
        }
        lock.close();
    }
}
