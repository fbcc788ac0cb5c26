package org.tachyscope.ui.internal;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.tachyscope.core.plan.Budget;

/** Remembers the share of the free memory that an opened source may take, from one session to the next. */
final class MemoryShare {

    private static final String NODE = "org.tachyscope.ui";
    private static final String KEY = "memoryPercent";

    private MemoryShare() {}

    /** Returns the share in per cent. */
    static int percent() {
        return Math.clamp(InstanceScope.INSTANCE.getNode(NODE).getInt(KEY, (int) Budget.USUAL_PERCENT), 1, 100);
    }

    /** Keeps another share. */
    static void remember(int percent) {
        var node = InstanceScope.INSTANCE.getNode(NODE);
        node.putInt(KEY, percent);
        try {
            node.flush();
        } catch (BackingStoreException e) {
            Failure.note("Can't remember the share of memory: " + e.getMessage());
        }
    }
}
