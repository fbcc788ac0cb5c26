package org.tachyscope.load.cache;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tachyscope.api.Destination;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/**
 * Fills an entry that is being written with the frames of a stack, each of which is looked at once, when it arrives.
 *
 * <p>A loader that decodes whole stacks writes into the mapped file and says when a frame is complete. Of any other stack the
 * frames are read in order by one cursor, because a video's decoder knows no other way, and worked up by threads behind it.
 */
final class Filling implements Destination {

    private static final int AHEAD = 4;

    private final Part part;
    private final Layout layout;
    private final Digest digest;
    private final Flusher disk;
    private final BitSet done = new BitSet();

    Filling(Part part, Flusher disk) {
        this.part = part;
        this.layout = part.layout();
        this.digest = new Digest(layout, part.pixels(), part.levels(), part.records());
        this.disk = disk;
    }

    @Override
    public MemorySegment allocate(Shape shape, PixelType type) throws IOException {
        refuseOther(shape, type);
        return part.pixels().asSlice(0, layout.frameBytes() * shape.frames());
    }

    private void refuseOther(Shape shape, PixelType type) throws IOException {
        if (type != layout.type()
                || !shape.withFrames(1).equals(layout.shape().withFrames(1))
                || shape.frames() > layout.shape().frames()) {
            throw new IOException("the source was planned as " + layout.shape() + " " + layout.type() + " and now is "
                    + shape + " " + type + "; open it again");
        }
    }

    @Override
    public void completed(long index) {
        digest.frame(index);
        synchronized (done) {
            done.set(Math.toIntExact(index));
        }
        disk.written(layout.frameBytes());
    }

    /** Takes the frames of a stack that was opened with this destination, wherever they are. */
    void take(Stack stack, Progress progress) throws IOException {
        refuseOther(stack.shape(), stack.type());
        Optional<MemorySegment> pixels = stack.contiguous();
        if (pixels.isEmpty() || !isHere(pixels.get())) {
            progress.step("decoding into the disk cache");
            copy(stack, progress);
        } else {
            if (stack.shape().frames() < layout.shape().frames()) {
                gather(pixels.get());
                done.clear();
            }
            finish(stack.shape().frames(), progress);
        }
    }

    private boolean isHere(MemorySegment pixels) {
        long offset = pixels.address() - part.pixels().address();
        return offset >= 0 && offset + pixels.byteSize() <= part.pixels().byteSize();
    }

    /** Moves frames that don't begin at the beginning. */
    private void gather(MemorySegment pixels) {
        if (pixels.address() != part.pixels().address()) {
            for (long at = 0; at < pixels.byteSize(); at += layout.frameBytes()) {
                MemorySegment.copy(pixels, at, part.pixels(), at, layout.frameBytes());
            }
        }
    }

    /** Looks at frames that nobody said were complete. */
    private void finish(long frames, Progress progress) throws IOException {
        try (Behind behind = new Behind()) {
            for (int t = done.nextClearBit(0); t < frames; t = done.nextClearBit(t + 1)) {
                progress.checkCancelled();
                behind.complete(t);
            }
            behind.await();
        }
    }

    private void copy(Stack stack, Progress progress) throws IOException {
        stack.prepare(progress);
        long frames = stack.shape().frames();
        try (Behind behind = new Behind();
                Cursor cursor = stack.cursor()) {
            for (long t = 0; t < frames; t++) {
                progress.checkCancelled();
                cursor.read(t, part.pixels().asSlice(t * layout.frameBytes(), layout.frameBytes()));
                behind.complete(t);
                progress.worked(t + 1, frames);
            }
            behind.await();
        }
    }

    /** Works up frames on other threads, a few at a time. */
    private final class Behind implements AutoCloseable {
        private final int threads = Runtime.getRuntime().availableProcessors();
        private final ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("cache-", 0).factory());
        private final Deque<Future<?>> jobs = new ArrayDeque<>();

        void complete(long index) throws IOException {
            jobs.add(pool.submit(() -> completed(index)));
            if (jobs.size() > AHEAD * threads) {
                get(jobs.remove());
            }
        }

        void await() throws IOException {
            while (!jobs.isEmpty()) {
                get(jobs.remove());
            }
        }

        private static void get(Future<?> job) throws IOException {
            try {
                job.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("cancelled");
            } catch (ExecutionException e) {
                throw new IOException("the disk cache can't be written: " + e.getCause(), e);
            }
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
