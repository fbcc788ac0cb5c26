package org.tachyscope.core.run;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.tachyscope.api.fold.Window;

/** Says in one sentence what failed at which frame. */
final class Blame {

    private Blame() {}

    /** Names the frame that couldn't be read. Leaves alone what names it already, and a cancel. */
    static IOException frame(long index, String name, Throwable cause) {
        String where = "frame " + index + " of " + name;
        return switch (cause) {
            case CancellationException e -> throw e;
            case IOException e when reason(e).startsWith(where) -> e;
            case IOException e -> new IOException(where + ": " + reason(e), e);
            case InternalError e -> new IOException(where + ": " + fault(e), e);
            case RuntimeException e -> throw new IllegalStateException(where + ": " + reason(e), e);
            case Throwable e -> throw new IllegalStateException(where + ": " + reason(e), e);
        };
    }

    /** Names the frames that couldn't be read from mapped memory. */
    static IOException frames(Slab slab, String name, InternalError cause) {
        return new IOException(frames(slab.first(), slab.end() - 1) + " of " + name + ": " + fault(cause), cause);
    }

    /**
     * Names the frames that couldn't be read because the stack was closed. Leaves alone what names the stack already, and a
     * cancel.
     */
    static IllegalStateException closed(Slab slab, String name, IllegalStateException cause) {
        if (cause instanceof CancellationException || reason(cause).contains(" of " + name + ": ")) {
            return cause;
        }
        String where = frames(slab.first(), slab.end() - 1) + " of " + name;
        return new IllegalStateException(where + ": " + reason(cause), cause);
    }

    /** Names the fold that failed, and the frames. */
    static RuntimeException fold(Object fold, Window window, String name, RuntimeException cause) {
        if (cause instanceof CancellationException) {
            return cause;
        }
        String where = frames(window.firstFrame(), window.firstFrame() + window.frames() - 1) + " of " + name;
        return new IllegalStateException(where + ": " + named(fold) + " failed: " + reason(cause), cause);
    }

    private static String frames(long first, long last) {
        return first == last ? "frame " + first : "frames " + first + " … " + last;
    }

    /** Returns the class that a lambda stands in, or the class itself. */
    private static String named(Object fold) {
        String name = fold.getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : name.substring(0, lambda);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** Java reports a page of a mapped file that can't be read as an internal error. */
    private static String fault(InternalError cause) {
        return "the file shrank, or its disk failed, while it was read (" + reason(cause) + ")";
    }
}
