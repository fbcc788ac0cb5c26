package org.tachyscope.load.folder;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Holds the bytes of one file after the other in native memory that is reused. Belongs to one thread. */
final class FileBytes implements AutoCloseable {

    private static final int FIRST_CAPACITY = 1 << 20;

    private Arena arena = Arena.ofConfined();
    private MemorySegment memory = arena.allocate(FIRST_CAPACITY, 64);
    private ByteBuffer view = memory.asByteBuffer();

    /**
     * Reads a whole file. The buffer starts at 0, ends at its limit and is valid until the next call.
     *
     * @throws BrokenImage if it can't be read
     */
    ByteBuffer read(Path file) throws BrokenImage {
        try (FileChannel channel = FileChannel.open(file)) {
            ensure(channel.size());
            view.clear();
            while (view.hasRemaining() && channel.read(view) >= 0) {
                // until the end of the file
            }
            return view.flip();
        } catch (IOException e) {
            throw new BrokenImage(why(file, e));
        }
    }

    /** Makes room for bytes that the caller writes. The buffer starts at 0 and is valid until the next call. */
    ByteBuffer start(int bytes) throws BrokenImage {
        try {
            ensure(bytes);
        } catch (IOException e) {
            throw new BrokenImage(String.valueOf(e.getMessage()));
        }
        return view.clear();
    }

    /** Returns what {@link #read} filled, or whoever called {@link #start}: from 0 to the limit. */
    ByteBuffer content() {
        return view.position(0);
    }

    /** Returns the memory that {@link #read} or {@link #start} filled. */
    MemorySegment memory() {
        return memory;
    }

    /** Makes room for the file and one byte more, so that the end is seen. */
    private void ensure(long size) throws IOException {
        if (size > Integer.MAX_VALUE - 64) {
            throw new IOException("the file is larger than 2 GiB");
        }
        if (size >= memory.byteSize()) {
            arena.close();
            arena = Arena.ofConfined();
            memory = arena.allocate(Math.min(Integer.MAX_VALUE, size + size / 4 + 1), 64);
            view = memory.asByteBuffer();
        }
    }

    /** Says why a file can't be read. */
    static String why(Path file, IOException e) {
        if (Files.isDirectory(file)) {
            return "a folder, no image";
        }
        return switch (e) {
            case NoSuchFileException _ when Files.isSymbolicLink(file) -> "a link to a file that doesn't exist";
            case NoSuchFileException _ -> "the file doesn't exist any more";
            case AccessDeniedException _ -> "permission denied";
            case IOException other -> String.valueOf(other.getMessage());
        };
    }

    @Override
    public void close() {
        arena.close();
    }
}
