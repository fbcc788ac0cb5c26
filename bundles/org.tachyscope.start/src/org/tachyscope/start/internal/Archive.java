package org.tachyscope.start.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes Java's archive of classes (class data sharing): Java's own and the framework's, loaded and linked, which saves a third
 * of every later start. A process in the background runs the demonstration once and keeps what it loaded. Java checks an
 * archive when it starts, and does without one that doesn't fit.
 */
final class Archive {

    private static final Duration PATIENCE = Duration.ofHours(1);

    /** Moves the archive to its place when it is complete. */
    private static final String SCRIPT = """
        part=$1 archive=$2
        shift 2
        out=$(mktemp -d)
        "$@" --out "$out" && mv "$part" "$archive" || rm -f "$part"
        rm -rf "$out"
        """;

    private final Path file;

    Archive(Path file) {
        this.file = file;
    }

    /** Starts that process, unless the archive is there, or is being made, or this system doesn't say how it was started. */
    void make() throws IOException {
        List<String> java = again();
        Path part = Path.of(file + ".part");
        if (!java.isEmpty() && !Files.exists(file) && begin(part)) {
            List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh", part.toString(), file.toString()));
            words.addAll(java);
            words.add(words.indexOf(java.getFirst()) + 1, "-XX:ArchiveClassesAtExit=" + part);
            words.addAll(List.of("demo", "--headless"));
            new ProcessBuilder(words)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    /** Returns the command that started this process, without the words of the user. */
    private static List<String> again() {
        ProcessHandle.Info info = ProcessHandle.current().info();
        List<String> words = List.of(info.arguments().orElse(new String[0]));
        int main = words.indexOf(Start.class.getName());
        if (main < 0 || info.command().isEmpty()) {
            return List.of();
        }
        List<String> command = new ArrayList<>(List.of(info.command().get()));
        command.addAll(words.subList(0, main + 3));
        return command;
    }

    private static boolean begin(Path part) throws IOException {
        try {
            if (Files.exists(part)
                    && Files.getLastModifiedTime(part)
                            .toInstant()
                            .isBefore(Instant.now().minus(PATIENCE))) {
                Files.deleteIfExists(part); // the machine was switched off meanwhile
            }
            Files.createFile(part);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }
}
