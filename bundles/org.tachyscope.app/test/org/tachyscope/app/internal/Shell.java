package org.tachyscope.app.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.tachyscope.core.Catalog;

/** Runs the command line in this process and keeps what it prints. */
record Shell(Path folder, Supplier<Catalog> catalog) {

    Shell(Path folder) {
        this(folder, Plain::catalog);
    }

    /** A slow machine reports progress even of these small tasks. */
    private static final Pattern PROGRESS =
            Pattern.compile("(?m)^[^:\\n]+: (\\d+ of \\d+ )?(\\(\\d+ %\\)|in \\d).*\\n");

    /** What a command came to; {@code err} without progress. */
    record Said(int code, String out, String err) {

        /** Returns the only line of the error stream, without the program's name. */
        String sentence() {
            String first = err.lines().findFirst().orElse("");
            return first.startsWith("tachyscope: ") ? first.substring("tachyscope: ".length()) : "?? " + err;
        }
    }

    Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            Terminal terminal = new Terminal(toOut, toErr, false, folder);
            int code = Cli.run(terminal, catalog, "1.2.3", arguments);
            String said = PROGRESS.matcher(err.toString(StandardCharsets.UTF_8)).replaceAll("");
            return new Said(code, out.toString(StandardCharsets.UTF_8), said);
        }
    }
}
