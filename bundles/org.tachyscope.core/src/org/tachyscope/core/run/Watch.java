package org.tachyscope.core.run;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.tachyscope.api.Progress;

/** Sees to it that a slab is left in the middle, if it is still unfinished a while after the user cancelled. */
final class Watch {

    private static final long PATIENCE_NANOS = 120_000_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final Progress progress;
    private final AtomicLong cancelled = new AtomicLong(NEVER);

    Watch(Progress progress) {
        this.progress = progress;
    }

    /** Throws if the user cancelled too long ago to wait for the end of this slab. */
    void check() {
        if (progress.cancelled()) {
            long now = System.nanoTime();
            if (!cancelled.compareAndSet(NEVER, now) && now - cancelled.get() > PATIENCE_NANOS) {
                throw new CancellationException("cancelled");
            }
        }
    }
}
