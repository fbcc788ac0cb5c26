package org.tachyscope.ui.internal;

import java.util.List;
import org.tachyscope.core.Broken;

/** Writes what is wrong with plug-ins. */
final class PluginText {

    private PluginText() {}

    /** Returns such as {@code Plug-in org.example.broken was set aside}. */
    static String summary(List<Broken> problems) {
        List<String> bundles = problems.stream().map(Broken::bundle).distinct().toList();
        return bundles.size() == 1
                ? "Plug-in " + bundles.getFirst() + " was set aside"
                : bundles.size() + " plug-ins were set aside";
    }
}
