package org.tachyscope.load.cache;

import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets the disk work while frames are decoded, on a thread of its own: whenever much is dirty, it is written. */
final class Flusher implements AutoCloseable {

    private static final long MUCH = 64L << 20;

    private final Part part;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("cache-disk").factory());
    private final AtomicBoolean stopped = new AtomicBoolean();
    private long dirty;

    Flusher(Part part) {
        this.part = part;
    }

    /** Hears that so many more bytes were written. Returns at once. Called by any thread. */
    synchronized void written(long bytes) {
        dirty += bytes;
        if (dirty >= MUCH) {
            dirty = 0;
            thread.execute(this::flush);
        }
    }

    private void flush() {
        try {
            part.toDisk(stopped::get);
        } catch (UncheckedIOException _) {
            // who finishes the entry writes the same again, and says it
        }
    }

    /** Stops; what isn't on the disk yet stays in the system's memory. */
    @Override
    public void close() {
        stopped.set(true);
        thread.close();
    }
}
