package org.tachyscope.load.folder;

import java.util.Locale;

/** Tells why a frame can't be had. */
enum Problem {
    MISSING_NUMBER,
    TRUNCATED,
    WRONG_SIZE,
    WRONG_DEPTH,
    WRONG_CHANNELS,
    UNREADABLE;

    /** Returns it as a person says it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Tells how a picture differs from what the stack is. */
    static Problem of(Layout picture, Layout stack) {
        return picture.type() != stack.type()
                ? WRONG_DEPTH
                : picture.channels() != stack.channels() ? WRONG_CHANNELS : WRONG_SIZE;
    }
}
