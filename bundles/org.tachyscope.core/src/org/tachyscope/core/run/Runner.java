package org.tachyscope.core.run;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;

/**
 * Folds stacks: reads each frame once and feeds all folds that were asked for.
 *
 * <pre>
 *   time ──▶  slab of K frames │ slab │ slab …      a contiguous stack's slab is the stack itself; otherwise
 *             ┌───────────────┐                     each thread fills its part of it through a cursor of its own
 *   rows  │   │ strip 0       │
 *         ▼   │ strip 1       │  one strip is one piece of work: its chunks of frames, small enough for the cache,
 *             │ …             │  are fed to every fold before the next chunk is touched
 *             └───────────────┘
 * </pre>
 *
 * <p>A slab takes about 50 ms. Between slabs every fold has seen exactly the same frames: there a cancelled run stops and
 * returns a valid result over the frames so far.
 *
 * <p>Results are the same to the last bit whatever the number of threads and however the slabs were cut, for moments and for
 * folds whose sum doesn't depend on how blocks are cut.
 *
 * <p>Safe for any thread, and for several runs at a time; the thread that calls {@link #run} works too. The other threads are
 * daemons, start when needed and end after ten idle seconds.
 */
public final class Runner {

    private final int threads;
    private final ExecutorService pool;

    /**
     * Prepares a runner.
     *
     * @param threads number of threads that work at a time, at least 1, the caller of {@link #run} included
     */
    public Runner(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("a runner needs at least 1 thread, got " + threads);
        }
        this.threads = threads;
        int helpers = Math.max(1, threads - 1);
        ThreadFactory daemons =
                Thread.ofPlatform().daemon().name("tachyscope-run-", 1).factory();
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(helpers, helpers, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons);
        executor.allowCoreThreadTimeOut(true);
        pool = executor;
    }

    /** Returns the number of threads that suits this machine: one a processor. */
    public static int defaultThreads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Folds all frames of {@code input}.
     *
     * @param input stays open; closing it meanwhile makes the run fail
     * @param folds at least one, made for the shape and pixel type of {@code input}
     * @param progress counts frames
     * @return the results; those over the first frames only, if the user cancelled after a slab was finished
     * @throws IOException {@code frame 17 of NAME: reason}, if a frame can't be read
     * @throws IllegalStateException naming the fold and the frames, if a fold fails
     * @throws java.util.concurrent.CancellationException if the user cancelled before anything was folded, or a fold takes
     *     so long for one slab that it had to be left in the middle
     */
    public Outcome run(Stack input, List<? extends Fold> folds, Progress progress) throws IOException {
        if (folds.isEmpty()) {
            throw new IllegalArgumentException("nothing to fold");
        }
        progress.checkCancelled();
        try (Run run = new Run(input, List.copyOf(folds), progress, pool, threads)) {
            return run.outcome();
        }
    }
}
