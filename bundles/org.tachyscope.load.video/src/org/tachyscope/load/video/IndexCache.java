package org.tachyscope.load.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps indexes in the user's cache folder, a file for each video, so that a long one is read through only once. A file that is
 * damaged, or whose video changed, counts as none. Safe for any number of threads and processes: files are written aside and
 * renamed.
 */
final class IndexCache {

    private static final int MOST = 1000;

    private final Path folder;

    /** Keeps files in a folder, which need not be there yet. */
    IndexCache(Path folder) {
        this.folder = folder;
    }

    /**
     * Uses {@code video-index} in {@code TACHYSCOPE_CACHE} or the system's place for what can be made again
     * ({@code $XDG_CACHE_HOME/tachyscope}, {@code ~/Library/Caches/Tachyscope}, {@code %LOCALAPPDATA%\Tachyscope\Cache}).
     */
    static IndexCache ofUser() {
        Path home = Path.of(System.getProperty("user.home", "."));
        String system = System.getProperty("os.name", "");
        return new IndexCache(base(System.getenv(), home, system).resolve("video-index"));
    }

    /** Returns the folder that holds what can be made again. */
    static Path base(Map<String, String> environment, Path home, String system) {
        String said = environment.getOrDefault("TACHYSCOPE_CACHE", "");
        if (!said.isEmpty()) {
            return Path.of(said).toAbsolutePath();
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return home.resolve("Library/Caches/Tachyscope");
        }
        String variable = environment.getOrDefault(os.contains("win") ? "LOCALAPPDATA" : "XDG_CACHE_HOME", "");
        Path place = variable.isEmpty() ? home.resolve(os.contains("win") ? "" : ".cache") : Path.of(variable);
        return os.contains("win") ? place.resolve("Tachyscope").resolve("Cache") : place.resolve("tachyscope");
    }

    /** Returns the index of a video, if it is here and the video is still the same. */
    Optional<Index> find(Fingerprint video) {
        try {
            return IndexFile.read(Files.readAllBytes(file(video)), video);
        } catch (IOException _) {
            return Optional.empty(); // it isn't there, or can't be read: it will be made anew
        }
    }

    /** Keeps an index, if that is possible; a folder that can't be written costs time later, nothing else. */
    void keep(Fingerprint video, Index index) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, video.name(), ".part");
            try {
                Files.write(part, IndexFile.bytes(index, video));
                Files.move(part, file(video), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            forgetOld();
        } catch (IOException _) {
            // The next plan reads all packets again.
        }
    }

    private Path file(Fingerprint video) {
        return folder.resolve(video.name() + ".index");
    }

    private void forgetOld() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.toList();
        }
        if (files.size() > MOST) {
            List<Path> oldest = files.stream()
                    .sorted(Comparator.comparing(IndexCache::written))
                    .toList();
            for (Path file : oldest.subList(0, files.size() - MOST)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0); // somebody else deleted it
        }
    }
}
