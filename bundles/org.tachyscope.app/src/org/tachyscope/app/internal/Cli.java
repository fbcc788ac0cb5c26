package org.tachyscope.app.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.tachyscope.core.Catalog;
import picocli.CommandLine;

/** Understands a command line, runs its command and turns every failure into one sentence and an exit code. */
final class Cli {

    private Cli() {}

    /**
     * Runs one command in this process and listens to Ctrl-C meanwhile.
     *
     * @param catalog gives the plug-ins, and is asked only by commands that need them
     * @return the exit code: 0 done, 1 failed, 2 wrong usage, 130 cancelled
     */
    static int run(Terminal terminal, Supplier<Catalog> catalog, String version, String... arguments) {
        try (Interrupt interrupt = Interrupt.listening(() -> farewell(terminal))) {
            int code = run(new Session(terminal, catalog, interrupt, version), arguments);
            terminal.out().flush();
            terminal.err().flush();
            return code;
        }
    }

    private static int run(Session session, String... arguments) {
        CommandLine line = new CommandLine(new Tachyscope(), new Commands(session));
        boolean colours = session.terminal().interactive();
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(colours ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setOut(new PrintWriter(session.terminal().out(), true));
        line.setErr(new PrintWriter(session.terminal().err(), true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((failure, _) -> wrongUsage(session, failure));
        line.setExecutionExceptionHandler((failure, command, _) -> failed(session, failure, command));
        try {
            return line.execute(arguments);
        } catch (Error e) { // the edge of the program: whatever it is, the user gets a sentence
            return failed(session, e, line);
        }
    }

    private static void farewell(Terminal terminal) {
        terminal.err().println((terminal.interactive() ? "\r\u001b[K" : "") + "tachyscope: cancelled");
        terminal.err().flush();
    }

    private static int wrongUsage(Session session, CommandLine.ParameterException failure) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        session.complain(
                failure instanceof CommandLine.UnmatchedArgumentException unmatched
                        ? unmatched(unmatched)
                        : String.valueOf(failure.getMessage()));
        session.terminal().err().println("Try: " + command + " --help");
        return Exit.USAGE;
    }

    private static String unmatched(CommandLine.UnmatchedArgumentException failure) {
        String first = failure.getUnmatched().getFirst();
        String like = String.join(" or ", failure.getSuggestions());
        String kind = first.startsWith("-")
                ? "option"
                : failure.getCommandLine().getParent() == null ? "command" : "argument";
        return "unknown " + kind + " \"" + first + "\"" + (like.isEmpty() ? "" : "; did you mean " + like + "?");
    }

    private static int failed(Session session, Throwable failure, CommandLine command) {
        if (failure instanceof CancellationException) {
            session.complain("cancelled; no file is half-written");
            return Exit.CANCELLED;
        }
        session.complain(sentence(failure));
        var log = Log.write(failure, String.join(" ", command.getParseResult().originalArgs()));
        if (session.verbose()) {
            log.ifPresent(file -> session.terminal().err().println("The stack trace is in " + file));
        }
        return Exit.FAILED;
    }

    private static String sentence(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case FileSystemException file
            when file.getReason() == null ->
                file.getFile() + ": " + file.getClass().getSimpleName().replace("Exception", "");
            case IOException _ -> failure.getMessage() == null ? "reading or writing failed" : message;
            case IllegalArgumentException _ -> message;
            case InternalError _
            when message.contains("memory access") ->
                "a mapped file was cut short, or its disk failed, while it was read";
            case OutOfMemoryError _ -> "not enough memory: " + message;
            default ->
                "something unexpected went wrong: " + failure.getClass().getSimpleName() + ": " + message
                        + " (--verbose says where the details are)";
        };
    }
}
