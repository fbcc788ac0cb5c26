package org.tachyscope.core.run;

import org.tachyscope.api.Progress;

/** Reports work of any unit as so many frames. Safe for any thread. */
final class Tally {

    private final Progress progress;
    private final long frames;
    private final long units;
    private long done;
    private long reported;

    /** Begins with none of {@code units} units done, which are worth {@code frames} frames. */
    Tally(Progress progress, long frames, long units) {
        this.progress = progress;
        this.frames = frames;
        this.units = units;
    }

    /** Adds finished units, and reports whenever another frame's worth is finished. */
    synchronized void add(long count) {
        done += count;
        long now = done == units ? frames : (long) ((double) done / units * frames);
        if (now > reported) {
            reported = now;
            progress.worked(now, frames);
        }
    }
}
