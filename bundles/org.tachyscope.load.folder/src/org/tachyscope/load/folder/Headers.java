package org.tachyscope.load.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.Progress;

/**
 * Holds what the headers of many files tell.
 *
 * <p>Reading stops after a while, so that a plan of a slow disk doesn't take long either; which files it looked at until then
 * is spread evenly. It goes on to the end once a file holds several pictures, whose number must be known.
 */
final class Headers {

    private static final int LEAST_THREADS = 4;

    private final AtomicReferenceArray<@Nullable Found> found;

    private Headers(int files) {
        this.found = new AtomicReferenceArray<>(files);
    }

    /** Tells what came of looking at a file. */
    private sealed interface Found {}

    private record Good(Head head) implements Found {}

    private record Bad(BrokenImage reason) implements Found {}

    /** Tells for how long headers are read. */
    enum Patience {
        /** A second and a half, or until the number of pictures is known. */
        SHORT,
        /** To the last file. */
        ENDLESS;

        private long nanos() {
            return switch (this) {
                case SHORT -> 1_500_000_000L;
                case ENDLESS -> Long.MAX_VALUE;
            };
        }
    }

    /**
     * Reads headers on several threads.
     *
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    static Headers read(List<Path> files, RawGeometry raw, Patience patience, Progress progress) {
        Headers headers = new Headers(files.size());
        Reader reader = new Reader(headers, files, raw, patience.nanos(), progress);
        int threads = Math.clamp(
                files.size(), 1, Math.max(LEAST_THREADS, Runtime.getRuntime().availableProcessors()));
        List<Future<?>> jobs = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("headers-", 0).factory())) {
            for (int i = 0; i < threads; i++) {
                jobs.add(pool.submit(reader::work));
            }
        }
        progress.checkCancelled();
        jobs.forEach(Headers::rethrow);
        return headers;
    }

    /** Returns what a file's header tells, unknown if it wasn't read or is damaged. */
    Head head(int file) {
        return found.get(file) instanceof Good(Head head) ? head : Head.UNKNOWN;
    }

    /** Returns why a file is no image, if it was looked at and is none. */
    Optional<BrokenImage> problem(int file) {
        return found.get(file) instanceof Bad(BrokenImage reason) ? Optional.of(reason) : Optional.empty();
    }

    /** Tells whether a file was looked at. */
    boolean known(int file) {
        return found.get(file) != null;
    }

    private static void rethrow(Future<?> job) {
        try {
            job.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Looks at one file after the other, on any thread. */
    private static final class Reader {
        private final Headers headers;
        private final List<Path> files;
        private final RawGeometry raw;
        private final long end;
        private final int stride;
        private final Progress progress;
        private final AtomicInteger next = new AtomicInteger();
        private volatile boolean toTheEnd;

        Reader(Headers headers, List<Path> files, RawGeometry raw, long patience, Progress progress) {
            this.headers = headers;
            this.raw = raw;
            this.files = files;
            this.toTheEnd = patience == Long.MAX_VALUE;
            this.end = System.nanoTime() + (toTheEnd ? 0 : patience);
            this.stride = stride(files.size());
            this.progress = progress;
        }

        /** Returns a step that visits every index once, evenly spread from the beginning on. */
        private static int stride(int files) {
            int stride = Math.max(1, (int) (0.618 * files));
            while (gcd(stride, files) != 1) {
                stride++;
            }
            return stride;
        }

        private static int gcd(int a, int b) {
            return b == 0 ? a : gcd(b, a % b);
        }

        void work() {
            int turn = next.getAndIncrement();
            while (turn < files.size() && !progress.cancelled() && (toTheEnd || System.nanoTime() - end < 0)) {
                int file = (int) ((long) turn * stride % files.size());
                headers.found.set(file, look(files.get(file)));
                progress.worked(turn + 1, files.size());
                turn = next.getAndIncrement();
            }
        }

        private Found look(Path file) {
            try {
                Head head = Head.read(file, raw);
                toTheEnd |= head.pictures().size() > 1;
                return new Good(head);
            } catch (BrokenImage e) {
                return new Bad(e);
            }
        }
    }
}
