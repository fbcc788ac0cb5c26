package org.tachyscope.core;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Knows where the operating system wants a program to keep what is worth keeping but nobody's document. */
public final class StateFolder {

    private StateFolder() {}

    /** Returns the folder, which need not be there. */
    public static Path path() {
        String home = System.getProperty("user.home", ".");
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Logs", "Tachyscope");
        }
        return os.contains("win")
                ? variable("LOCALAPPDATA").orElse(Path.of(home)).resolve("Tachyscope")
                : variable("XDG_STATE_HOME")
                        .orElse(Path.of(home, ".local", "state"))
                        .resolve("tachyscope");
    }

    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }
}
