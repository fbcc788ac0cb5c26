package org.tachyscope.app.internal;

import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says where a command prints to.
 *
 * @param out results
 * @param err progress and complaints
 * @param interactive whether a person watches {@code err} on a terminal that can overwrite a line
 * @param folder where relative paths start
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, Path folder) {

    /** The start script says whether the error stream ends in a terminal, since it may have put a pipe between. */
    private static final String SAID = "TACHYSCOPE_TERMINAL";

    /** Prints to the process's own streams. */
    static Terminal system() {
        boolean terminal = Optional.ofNullable(System.getenv(SAID))
                .map("yes"::equals)
                .orElseGet(() -> Optional.ofNullable(System.console())
                        .map(Console::isTerminal)
                        .orElse(false));
        return new Terminal(System.out, System.err, terminal, Path.of("").toAbsolutePath());
    }

    /** Returns the path that a person typed. */
    Path resolve(Path typed) {
        return folder.resolve(typed).normalize();
    }
}
