package org.tachyscope.ui.internal;

import java.io.IOException;
import org.tachyscope.api.Progress;

/** Does long work off the UI thread. */
@FunctionalInterface
interface Work {

    /**
     * Works until done or cancelled.
     *
     * @throws IOException in one sentence for the user
     */
    void run(Progress progress) throws IOException;
}
