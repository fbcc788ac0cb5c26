package org.tachyscope.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out before long work whether a disk has room for what will be written. */
public final class DiskSpace {

    private DiskSpace() {}

    /**
     * Refuses a file that its disk has no room for.
     *
     * @param file the file, whose folder is there
     * @param bytes how large it will be
     * @throws IOException in one sentence with both numbers
     */
    public static void check(Path file, long bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        long free = Files.getFileStore(folder).getUsableSpace();
        if (bytes > free) {
            throw new IOException(folder + ": " + file.getFileName() + " needs " + Size.text(bytes) + ", the disk has "
                    + Size.text(free) + " left");
        }
    }
}
