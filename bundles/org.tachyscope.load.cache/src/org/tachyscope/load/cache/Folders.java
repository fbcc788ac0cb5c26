package org.tachyscope.load.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists, measures and deletes the folders of entries, which hold files only. */
final class Folders {

    private Folders() {}

    /** Returns what lies in a folder, nothing if it isn't there. */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    /** Returns the bytes of the files in a folder. */
    static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : in(folder)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** Deletes a folder with its files. */
    static void delete(Path folder) throws IOException {
        for (Path file : in(folder)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
