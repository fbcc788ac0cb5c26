package org.tachyscope.api.data;

/**
 * Admits that something of the source isn't in the stack, or is there only changed.
 *
 * @param kind what happened
 * @param count how many frames or files it happened to
 * @param detail one sentence that names them, or the first of them, and the reason
 */
public record Loss(Kind kind, long count, String detail) {

    /** Tells what happened. */
    public enum Kind {
        /** Frames of the source that aren't in the stack. */
        SKIPPED,
        /** Frames that couldn't be read and hold a fill value. */
        FILLED,
        /** Samples that were converted to another type exactly or with rounding. */
        CONVERTED,
        /** Pixels that were binned or resized. */
        BINNED,
        /** Pixels outside a rectangle that aren't in the stack. */
        CROPPED,
        /** The frames behind the point where the user cancelled. */
        PARTIAL
    }
}
