package org.tachyscope.ui.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.tachyscope.api.data.Loss;

/** Writes losses as a person reads them. */
final class Losses {

    private Losses() {}

    /** Returns one word for a kind. */
    static String label(Loss.Kind kind) {
        return switch (kind) {
            case SKIPPED -> "Skipped";
            case FILLED -> "Filled";
            case CONVERTED -> "Converted";
            case BINNED -> "Binned";
            case PARTIAL -> "Partial";
        };
    }

    /** Returns a badge such as {@code skipped 3 · converted 400}, or an empty text. */
    static String badge(List<Loss> losses) {
        return losses.stream()
                .map(loss -> label(loss.kind()).toLowerCase() + " " + loss.count())
                .collect(Collectors.joining(" · "));
    }

    /** Returns one line a loss. */
    static String details(List<Loss> losses) {
        return losses.stream()
                .map(loss -> label(loss.kind()) + " " + loss.count() + ": " + loss.detail())
                .collect(Collectors.joining("\n"));
    }
}
