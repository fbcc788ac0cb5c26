package org.tachyscope.ui.internal;

import java.util.Optional;
import org.tachyscope.ui.api.StackItem;

/** Writes the window's title. */
final class Title {

    private static final String PRODUCT = "Tachyscope";

    private Title() {}

    /** Returns such as {@code demo (400 × 512 × 512 U8) — Tachyscope}. */
    static String of(Optional<StackItem> active) {
        return active.map(item -> item.name() + " (" + item.shape() + " " + item.type() + ") — " + PRODUCT)
                .orElse(PRODUCT);
    }
}
