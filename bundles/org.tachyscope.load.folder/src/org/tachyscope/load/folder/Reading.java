package org.tachyscope.load.folder;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.tachyscope.api.Progress;
import org.tachyscope.load.folder.FolderParams.OnError;

/**
 * Decodes the files of a listing in parallel, each straight into its frame of the destination.
 *
 * <pre>
 *   files        0  1  2  3  4  5 …        each thread takes the next file
 *                │  │  │  │  │  │
 *   destination [0][1][2][3][4][5] …       and writes only its frame
 * </pre>
 */
final class Reading {

    private final Listing listing;
    private final FolderParams params;
    private final Layout layout;
    private final int firstFile;
    private final MemorySegment destination;
    private final Progress progress;
    private final Tally tally;
    private final AtomicInteger next;
    private final AtomicBoolean stop = new AtomicBoolean();

    /**
     * Prepares to read.
     *
     * @param firstFile index of the first file to read; frame i of the destination is file {@code firstFile + i}
     */
    Reading(Survey survey, FolderParams params, int firstFile, MemorySegment destination, Progress progress) {
        this.listing = survey.listing();
        this.params = params;
        this.layout = survey.first().layout();
        this.firstFile = firstFile;
        this.destination = destination;
        this.progress = progress;
        this.tally = new Tally(progress, listing.files().size() - firstFile);
        this.next = new AtomicInteger(firstFile);
    }

    /**
     * Reads all files and returns what happened. When it returns or throws, no thread touches the destination any more.
     *
     * @throws CancellationException if the user cancelled before the end
     */
    Tally run() {
        int files = listing.files().size() - firstFile;
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, files);
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
        try (Decoder decoder = new Decoder(params.channels())) {
            int end = listing.files().size();
            for (int i = claim(); i < end; i = claim()) {
                read(decoder, i);
            }
        } catch (RuntimeException | Error e) {
            stop.set(true);
            throw e;
        }
    }

    /** Takes the next file, or none if it is time to stop. Files are taken in order, so no earlier one is left behind. */
    private int claim() {
        return stop.get() || progress.cancelled() ? Integer.MAX_VALUE : next.getAndIncrement();
    }

    private void read(Decoder decoder, int file) {
        long bytes = layout.bytes();
        MemorySegment frame = destination.asSlice((file - firstFile) * bytes, bytes);
        try {
            tally.decoded(file, decoder.decode(listing.files().get(file), layout, frame));
        } catch (BrokenImage e) {
            Frames.fill(frame, layout.type());
            tally.broken(file, e.reason());
            if (params.onError() == OnError.STOP) {
                stop.set(true);
            }
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
