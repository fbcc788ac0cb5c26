package org.tachyscope.app.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.tachyscope.core.StateFolder;

/** Keeps stack traces out of the user's sight but not out of reach: in a file of the user's state folder. */
final class Log {

    private static final long LARGEST = 1_000_000;

    private Log() {}

    /** Appends a stack trace and returns the file, or nothing if there is no place for it. */
    static Optional<Path> write(Throwable failure, String command) {
        StringWriter text = new StringWriter();
        text.append(OffsetDateTime.now().toString())
                .append("  tachyscope ")
                .append(command)
                .append('\n');
        failure.printStackTrace(new PrintWriter(text));
        try {
            Path file = Files.createDirectories(StateFolder.path()).resolve("tachyscope.log");
            if (Files.exists(file) && Files.size(file) > LARGEST) {
                Files.delete(file);
            }
            Files.writeString(file, text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty(); // the user has heard the sentence that matters
        }
    }
}
