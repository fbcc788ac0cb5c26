package org.tachyscope.core;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in a few words why something failed. */
final class Reason {

    private Reason() {}

    /** Returns the message of the innermost cause, and its class where the message alone says too little. */
    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() instanceof Throwable cause && cause != root) {
            root = cause;
        }
        String message = String.valueOf(root.getMessage());
        return switch (root) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException gone -> gone.getFile() + " does not exist";
            case FileSystemException file when file.getReason() instanceof String reason -> reason;
            case IllegalArgumentException said when said.getMessage() != null -> message;
            case IOException said when said.getMessage() != null -> message;
            default -> named(root);
        };
    }

    private static String named(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
    }

    /** Returns the innermost cause of a printed stack trace, as {@link #of} would. */
    static String ofTrace(String trace) {
        String reason = trace.lines().findFirst().orElse("unknown");
        for (String line : trace.lines().toList()) {
            if (line.startsWith("Caused by: ")) {
                reason = line.substring("Caused by: ".length());
            }
        }
        String kind = reason.split(":")[0];
        return reason.substring(kind.lastIndexOf('.') + 1).strip();
    }

    /** Returns a whole stack trace, for a log. */
    static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
