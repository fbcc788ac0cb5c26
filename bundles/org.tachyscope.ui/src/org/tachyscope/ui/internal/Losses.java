package org.tachyscope.ui.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.tachyscope.api.data.Loss;

/** Writes losses as a person reads them. */
final class Losses {

    private Losses() {}

    /** Returns a badge such as {@code 3 skipped · 400 converted}, or an empty text. */
    static String badge(List<Loss> losses) {
        return losses.stream().map(Losses::count).collect(Collectors.joining(" · "));
    }

    /** Returns one line a loss. */
    static String details(List<Loss> losses) {
        return losses.stream().map(loss -> count(loss) + ": " + loss.detail()).collect(Collectors.joining("\n"));
    }

    private static String count(Loss loss) {
        return loss.count()
                + switch (loss.kind()) {
                    case SKIPPED -> " skipped";
                    case FILLED -> " filled";
                    case CONVERTED -> " converted";
                    case BINNED -> " binned";
                    case CROPPED -> " cropped";
                    case PARTIAL -> " missing";
                };
    }
}
