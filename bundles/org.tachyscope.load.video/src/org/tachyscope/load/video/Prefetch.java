package org.tachyscope.load.video;

import java.util.function.BooleanSupplier;

/**
 * Works on a thread of its own while there is something to do, and lets the thread end when nothing came for a second.
 */
final class Prefetch implements AutoCloseable {

    private static final long PATIENCE_MS = 1000;

    private final String name;
    private final BooleanSupplier work;
    private boolean running;
    private boolean woken;
    private boolean closed;

    /**
     * Does nothing yet.
     *
     * @param work does a little and tells whether there may be more to do
     */
    Prefetch(String name, BooleanSupplier work) {
        this.name = name;
        this.work = work;
    }

    /** Says that there may be something to do. Returns at once. */
    synchronized void wake() {
        woken = true;
        if (!running && !closed) {
            running = true;
            Thread.ofPlatform().daemon().name("frames ahead of " + name).start(this::run);
        }
        notifyAll();
    }

    private void run() {
        while (awaitWork()) {
            while (work.getAsBoolean()) {
                // Each turn gives way to whoever waits for a frame.
            }
        }
    }

    private synchronized boolean awaitWork() {
        long until = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (!woken && !closed && System.nanoTime() < until) {
            try {
                wait(PATIENCE_MS);
            } catch (InterruptedException _) {
                break;
            }
        }
        boolean more = woken && !closed;
        woken = false;
        running = more;
        return more;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
