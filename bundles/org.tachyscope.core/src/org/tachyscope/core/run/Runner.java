package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.Size;

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
 * <p>Frames of few rows are cut between samples for moments, and for folds that merge over time into stretches of frames that
 * several threads fold at a time.
 *
 * <p>A slab takes about 50 ms. Between slabs every fold has seen exactly the same frames: there a cancelled run stops and
 * returns a valid result over the frames so far.
 *
 * <p>{@linkplain Fold.OfPercentile Percentiles} need all frames of a sample, as do folds split into
 * {@link Fold.Split#STRIPS}. A run with one goes through the frame strip by strip, each strip over all frames, and feeds moments and folds of rows on the way; other folds get a pass of their own
 * before. A stack that isn't contiguous is first copied: to memory, if it takes at most a quarter of what is available, else
 * to a temporary file, which is deleted at the end. A file that isn't in memory yet is read forward, a band of strips at a time
 * that takes as much. There is no partial result.
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
    private final Room.Finder room;

    /**
     * Prepares a runner.
     *
     * @param threads number of threads that work at a time, at least 1, the caller of {@link #run} included
     */
    public Runner(int threads) {
        this(threads, Room::ofMachine);
    }

    /** Prepares a runner that finds as much room for percentiles as {@code room} says. */
    Runner(int threads, Room.Finder room) {
        if (threads < 1) {
            throw new IllegalArgumentException("a runner needs at least 1 thread, got " + threads);
        }
        this.threads = threads;
        this.room = room;
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
     * @return the results; those over the first frames only, if the user cancelled after a slab was finished and there is no
     *     percentile among the folds
     * @throws IOException {@code frame 17 of NAME: reason}, if a frame can't be read; if a percentile needs more temporary disk
     *     space than there is
     * @throws IllegalStateException naming the fold and the frames, if a fold fails
     * @throws java.util.concurrent.CancellationException if the user cancelled before anything was folded, or a fold takes
     *     so long for one slab that it had to be left in the middle, or there is a percentile among the folds
     */
    public Outcome run(Stack input, List<? extends Fold> folds, Progress progress) throws IOException {
        if (folds.isEmpty()) {
            throw new IllegalArgumentException("nothing to fold");
        }
        progress.checkCancelled();
        input.prepare(progress);
        Joining joining = new Joining(input, List.copyOf(folds));
        if (StripRun.suits(joining.parts())) {
            try (StripRun run = new StripRun(input, joining.parts(), progress, pool, threads, room.find())) {
                return joining.joined(run.outcome());
            }
        }
        try (Run run = new Run(input, joining.parts(), progress, pool, threads)) {
            return joining.joined(run.outcome());
        }
    }

    /**
     * Computes all frames of {@code input} into memory, each of them once and in parallel.
     *
     * @param input stays open; closing it meanwhile makes this fail
     * @param out off-heap, exactly the stack's packed samples {@code (T, H, W, C)}, aligned to their size; may be a mapped file
     * @param progress counts frames, those that are partly done included
     * @throws IOException {@code frame 17 of NAME: reason}, if a frame can't be computed
     * @throws java.util.concurrent.CancellationException if the user cancelled; {@code out} then holds anything
     */
    public void fill(Stack input, MemorySegment out, Progress progress) throws IOException {
        long bytes = Size.of(input.shape(), input.type());
        if (out.byteSize() != bytes) {
            throw new IllegalArgumentException("a " + input.type() + " stack of " + input.shape() + " needs " + bytes
                    + " bytes, got " + out.byteSize());
        }
        progress.checkCancelled();
        input.prepare(progress);
        try (Filling filling = new Filling(input, progress, pool, threads)) {
            filling.fill(0, input.shape().frames(), out);
        }
    }

    /**
     * Returns a view of {@code input} whose cursors compute many frames ahead, in parallel, into a buffer of at most 64 MB or
     * one frame a thread. For readers that take one frame after the other, such as an exporter.
     *
     * @param input stays open, and is left open when the view is closed
     * @param progress is asked whether the user cancelled, which makes reading throw
     */
    public Stack ahead(Stack input, Progress progress) {
        return input.contiguous().isPresent() ? input : new Ahead(input, progress, pool, threads);
    }
}
