package org.tachyscope.load.folder;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.tachyscope.api.Destination;
import org.tachyscope.api.Progress;
import org.tachyscope.load.folder.FolderParams.OnError;

/**
 * Decodes the frames of a survey in parallel, each straight into its frame of the destination.
 *
 * <pre>
 *   slots        0  1  2  3  4  5 …        each thread takes the next frame
 *                │  │  │  │  │  │
 *   destination [0][1][2][3][4][5] …       and writes only its frame
 * </pre>
 */
final class Reading {

    private final Survey survey;
    private final FolderParams params;
    private final int[] slots;
    private final Into destination;
    private final Progress progress;
    private final Tally tally;
    private final IntSupplier order;
    private final AtomicBoolean stop = new AtomicBoolean();

    /**
     * Names where frames go.
     *
     * @param memory all of them
     * @param heard hears which are complete
     */
    record Into(MemorySegment memory, Destination heard) {}

    /** Prepares to read frames in their order. */
    Reading(Survey survey, FolderParams params, int[] slots, Into destination, Progress progress) {
        this(survey, params, slots, destination, progress, new AtomicInteger()::getAndIncrement);
    }

    /**
     * Prepares to read.
     *
     * @param slots which slots make the frames of the destination
     * @param order says which frame is next, behind the last one if there is none; any thread may ask
     */
    Reading(Survey survey, FolderParams params, int[] slots, Into destination, Progress progress, IntSupplier order) {
        this.order = order;
        this.survey = survey;
        this.params = params;
        this.slots = slots.clone();
        this.destination = destination;
        this.progress = progress;
        this.tally = new Tally(progress, slots.length);
    }

    /**
     * Reads all frames and returns what happened. When it returns or throws, no thread touches the destination any more.
     *
     * @throws CancellationException if the user cancelled before the end
     */
    Tally run() {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, slots.length);
        List<Future<?>> jobs = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("decode-", 0).factory())) {
            for (int i = 0; i < threads; i++) {
                jobs.add(pool.submit(this::work));
            }
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("cancelled");
        }
        for (Future<?> job : jobs) {
            rethrow(job);
        }
        if (!tally.complete() && !stop.get()) {
            throw new CancellationException("cancelled");
        }
        return tally;
    }

    private void work() {
        try (FrameReader reader = new FrameReader(survey, params, tally)) {
            for (int i = claim(); i < slots.length; i = claim()) {
                read(reader, i);
            }
        } catch (RuntimeException | Error e) {
            stop.set(true);
            throw e;
        }
    }

    /** Takes the next frame, or none if it is time to stop. Of frames in their order no earlier one is left behind. */
    private int claim() {
        return stop.get() || progress.cancelled() ? Integer.MAX_VALUE : order.getAsInt();
    }

    private void read(FrameReader reader, int frame) {
        long bytes = survey.layout().bytes();
        Optional<BrokenImage> problem =
                reader.read(slots[frame], destination.memory().asSlice(frame * bytes, bytes));
        OnError rule = survey.slots().get(slots[frame]).rule();
        if (problem.isEmpty() || rule == OnError.FILL || rule == OnError.REPEAT) {
            destination.heard().completed(frame);
        }
        if (problem.isPresent() && rule == OnError.STOP) {
            stop.set(true);
        }
    }

    private static void rethrow(Future<?> job) {
        try {
            job.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
