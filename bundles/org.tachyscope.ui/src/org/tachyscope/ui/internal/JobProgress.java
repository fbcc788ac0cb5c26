package org.tachyscope.ui.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.tachyscope.api.Progress;

/**
 * Shows the progress of work in the Progress view, with rate and time left. Called by many threads; the view hears at most
 * ten times a second.
 */
final class JobProgress implements Progress {

    private static final int TICKS = 1000;
    private static final long QUIET_NANOS = 100_000_000;

    private final IProgressMonitor monitor;
    private String step = "";
    private String waits = "";
    private Pace pace = new Pace(System.nanoTime(), 0);
    private boolean fresh = true;
    private long toldNanos;
    private int ticks;

    JobProgress(IProgressMonitor monitor) {
        this.monitor = monitor;
        monitor.beginTask("", TICKS); // the job has a name already
    }

    @Override
    public synchronized void step(String name) {
        step = name + " ";
        waits = "";
        fresh = true;
        toldNanos = 0;
        monitor.subTask(name);
    }

    @Override
    public synchronized void waitsFor(String what) {
        waits = ", waits for " + what;
    }

    @Override
    public void worked(long done, long total) {
        long now = System.nanoTime();
        synchronized (this) {
            if (fresh) {
                pace = new Pace(now, done);
                fresh = false;
            }
            if (now - toldNanos < QUIET_NANOS && done < total) {
                return;
            }
            toldNanos = now;
            tell(done, total, now);
        }
    }

    private void tell(long done, long total, long now) {
        monitor.subTask(step + pace.text(done, total, now) + waits);
        int reached = total <= 0 ? 0 : (int) Math.clamp(done * (double) TICKS / total, 0, TICKS);
        if (reached > ticks) {
            monitor.worked(reached - ticks);
            ticks = reached;
        }
    }

    @Override
    public boolean cancelled() {
        return monitor.isCanceled();
    }
}
