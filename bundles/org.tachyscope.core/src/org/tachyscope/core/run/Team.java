package org.tachyscope.core.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works on numbered items with several threads: the one that owns the team, and helpers that join when the pool has threads
 * for them. The owner never waits for a helper that has not begun, so several teams can share a pool.
 *
 * <p>Each thread has a desk (its cursor and accumulators), which it opens itself and closes itself.
 */
final class Team<D extends Team.Desk> implements AutoCloseable {

    private final Supplier<D> desks;
    private final D own;
    private @Nullable Phase<D> phase;
    private boolean closed;
    private int present;
    private boolean interrupted;

    /** Gathers {@code threads} threads: the caller, and one less from {@code pool}. */
    Team(int threads, Executor pool, Supplier<D> desks) {
        this.desks = desks;
        this.own = desks.get();
        for (int i = 1; i < threads; i++) {
            pool.execute(this::help);
        }
    }

    /** Holds what one thread needs. Opened, used and closed by that thread. */
    interface Desk extends AutoCloseable {
        @Override
        void close();
    }

    /** Does one item's work. */
    @FunctionalInterface
    interface Task<D> {
        void run(int item, D desk) throws IOException;
    }

    /**
     * Works on items 0 … {@code items − 1} and returns when all are done.
     *
     * @throws IOException what the lowest item threw that failed; items that had not begun are left out
     */
    void each(int items, Task<D> task) throws IOException {
        Phase<D> next = new Phase<>(items, task);
        synchronized (this) {
            phase = next;
            notifyAll();
        }
        next.work(own);
        synchronized (this) {
            phase = null;
            while (next.helpers > 0) {
                pause();
            }
        }
        next.rethrow();
    }

    private void help() {
        synchronized (this) {
            if (closed) {
                return;
            }
            present++;
        }
        try (D desk = desks.get()) {
            Phase<D> last = null;
            for (Phase<D> next = join(last); next != null; next = join(last)) {
                next.work(desk);
                leave(next);
                last = next;
            }
        } finally {
            synchronized (this) {
                present--;
                notifyAll();
            }
        }
    }

    private synchronized @Nullable Phase<D> join(@Nullable Phase<D> last) {
        while (!closed && (phase == null || phase == last)) {
            pause();
        }
        Phase<D> next = closed ? null : phase;
        if (next != null) {
            next.helpers++;
        }
        return next;
    }

    private synchronized void leave(Phase<D> done) {
        done.helpers--;
        notifyAll();
    }

    /** Waits for a notification. An interrupt doesn't stop the work, cancelling does; the owner gets it back at the end. */
    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    /** Sends the helpers home, and returns when they have closed their desks. */
    @Override
    public void close() {
        try {
            own.close();
        } finally {
            dismiss();
        }
    }

    private synchronized void dismiss() {
        closed = true;
        notifyAll();
        while (present > 0) {
            pause();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Phase<D> {
        private final int items;
        private final Task<D> task;
        private final AtomicInteger next = new AtomicInteger();
        private final List<Failure> failures = new ArrayList<>();
        private int helpers;

        Phase(int items, Task<D> task) {
            this.items = items;
            this.task = task;
        }

        void work(D desk) {
            for (int item = next.getAndIncrement(); item < items; item = next.getAndIncrement()) {
                try {
                    task.run(item, desk);
                } catch (Throwable e) {
                    next.set(items);
                    fail(new Failure(item, e));
                }
            }
        }

        private synchronized void fail(Failure failure) {
            failures.add(failure);
        }

        synchronized void rethrow() throws IOException {
            if (failures.isEmpty()) {
                return;
            }
            failures.sort((a, b) -> Integer.compare(a.item, b.item));
            switch (failures.getFirst().cause) {
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
    }

    private record Failure(int item, Throwable cause) {}
}
