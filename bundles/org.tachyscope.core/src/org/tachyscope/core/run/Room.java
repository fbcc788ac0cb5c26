package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.tachyscope.api.FreeMemory;

/**
 * Says how much a run may bring into memory at once, and where more goes.
 *
 * @param memory bytes
 * @param folder takes temporary files
 * @param disk tells how many bytes are free there
 */
record Room(long memory, Path folder, Disk disk) {

    /** What may be taken where the system doesn't tell how much memory it can give. */
    private static final long SMALL = 256L << 20;

    /** Gives a quarter of the memory that the machine, or the container, has available, and the system's temporary folder. */
    static Room ofMachine() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        return new Room(
                FreeMemory.bytes().orElse(4 * SMALL) / 4,
                folder,
                () -> Files.getFileStore(folder).getUsableSpace());
    }

    /** Tells how many bytes are free. */
    @FunctionalInterface
    interface Disk {
        long free() throws IOException;
    }

    /** Finds out how much room there is. */
    @FunctionalInterface
    interface Finder {
        Room find() throws IOException;
    }

    /** Tells whether so many bytes may be brought into memory. */
    boolean holds(long bytes) {
        return bytes <= memory;
    }

    /**
     * Makes a temporary file and maps it. The file goes when the arena is closed and then what is returned, or when this Java
     * ends.
     *
     * @param purpose begins the complaint, such as {@code the median of NAME}
     * @throws IOException in one sentence with the numbers, if there is too little space
     */
    Temporary temporary(long bytes, String purpose, Arena arena) throws IOException {
        long free = disk.free();
        if (bytes > free) {
            throw new IOException(purpose + " needs " + text(bytes) + " of temporary disk space in " + folder
                    + ", there are " + text(free));
        }
        Path file = Files.createTempFile(folder, "tachyscope-", ".frames");
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            return new Temporary(channel.map(MapMode.READ_WRITE, 0, bytes, arena), channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException("can't map " + text(bytes) + " of " + file + ": " + e.getMessage(), e);
        }
    }

    /** Holds a mapped file that is deleted when it is closed. */
    record Temporary(MemorySegment pixels, FileChannel file) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static String text(long bytes) {
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
