package org.tachyscope.app.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns Ctrl-C (SIGINT), SIGTERM and SIGHUP into a cancellation. The command gets a moment to stop and clean up; then the
 * process ends with exit code 130, whatever it was doing. A second signal ends it at once.
 */
final class Interrupt implements AutoCloseable {

    /** Ends the process while a part of the promised 200 ms is left for the JVM and the operating system. */
    private static final long GRACE_MS = 100;

    /** Gives shutdown hooks time to delete what is unfinished. The framework's own hook takes longer and has nothing to save. */
    private static final long HOOKS_MS = 50;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Runnable farewell;
    private volatile long graceMs = GRACE_MS;

    private Interrupt(Runnable farewell) {
        this.farewell = farewell;
    }

    /**
     * Listens from now on.
     *
     * @param farewell tells the user that the process ends although the command hasn't stopped
     */
    static Interrupt listening(Runnable farewell) {
        Interrupt interrupt = new Interrupt(farewell);
        Signals.handle(interrupt::received, "INT", "TERM", "HUP");
        return interrupt;
    }

    boolean asked() {
        return asked.get();
    }

    /** Gives the command this long to write what it has, instead of a moment. */
    void patience(long milliseconds) {
        graceMs = milliseconds;
    }

    private void received() {
        if (asked.getAndSet(true)) {
            Runtime.getRuntime().halt(Exit.CANCELLED);
        }
        Thread.ofPlatform().daemon().name("cancel").start(this::end);
    }

    private void end() {
        try {
            if (!done.await(graceMs, TimeUnit.MILLISECONDS)) {
                farewell.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Thread.ofPlatform().daemon().name("halt").start(Interrupt::halt);
        System.exit(Exit.CANCELLED);
    }

    private static void halt() {
        try {
            Thread.sleep(HOOKS_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(Exit.CANCELLED);
    }

    /** Says that the command has finished and printed everything. */
    @Override
    public void close() {
        done.countDown();
    }
}
