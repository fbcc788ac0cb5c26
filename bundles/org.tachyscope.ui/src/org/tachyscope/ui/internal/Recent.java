package org.tachyscope.ui.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** Remembers the sources that were opened last, from one session to the next. */
final class Recent {

    private static final int MOST = 10;
    private static final String NODE = "org.tachyscope.ui";
    private static final String KEY = "recent";

    private Recent() {}

    /** Returns the sources that still exist, the last opened first. */
    static List<Path> sources() {
        return InstanceScope.INSTANCE
                .getNode(NODE)
                .get(KEY, "")
                .lines()
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    /** Puts a source first. */
    static void remember(Path source) {
        SequencedSet<Path> all = new LinkedHashSet<>(sources());
        all.addFirst(source);
        var node = InstanceScope.INSTANCE.getNode(NODE);
        node.put(KEY, all.stream().limit(MOST).map(Path::toString).collect(Collectors.joining("\n")));
        try {
            node.flush();
        } catch (BackingStoreException e) {
            Failure.note("Can't remember " + source + ": " + e.getMessage());
        }
    }
}
