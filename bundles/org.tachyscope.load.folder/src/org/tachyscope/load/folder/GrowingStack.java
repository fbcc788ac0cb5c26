package org.tachyscope.load.folder;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.tachyscope.api.Destination;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/**
 * Shows frames while others are still being decoded.
 *
 * <pre>
 *   decoding threads ──▶ [0][1][2][ ][ ][5][ ] …    frame 5 was wanted, and came before its turn
 *                                   ▲
 *                       a cursor waits for its frame
 * </pre>
 */
final class GrowingStack implements Stack {

    private final Survey survey;
    private final Shape shape;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory;
    private final Wanted wanted;
    private final Thread thread;
    private final BitSet done = new BitSet();
    private volatile boolean closed;
    private Metadata metadata;
    private Optional<String> failure = Optional.empty();
    private boolean finished;

    private GrowingStack(Survey survey, FolderParams params, List<Loss> planned, int[] slots, Progress progress)
            throws IOException {
        this.survey = survey;
        this.shape = survey.layout().shape(slots.length);
        this.memory = Native.zeros(arena, survey.layout().bytes() * slots.length);
        this.wanted = new Wanted(slots.length);
        this.metadata = new Outcome(survey, planned, slots, new Tally(Progress.none(), 0)).metadata();
        Reading reading =
                new Reading(survey, params, slots, new Reading.Into(memory, new Heard()), watched(progress), wanted);
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("loading " + metadata.name())
                .unstarted(() -> read(reading, planned, slots));
    }

    /** Starts to read. */
    static Stack start(Survey survey, FolderParams params, List<Loss> planned, int[] slots, Progress progress)
            throws IOException {
        GrowingStack stack = new GrowingStack(survey, params, planned, slots, progress);
        stack.thread.start();
        return stack;
    }

    private Progress watched(Progress progress) {
        return new Progress() {
            @Override
            public void step(String name) {
                progress.step(name);
            }

            @Override
            public void worked(long count, long total) {
                progress.worked(count, total);
            }

            @Override
            public void waitsFor(String what) {
                progress.waitsFor(what);
            }

            @Override
            public boolean cancelled() {
                return closed || progress.cancelled();
            }
        };
    }

    /** Hears from the decoding threads which frames are there. */
    private final class Heard implements Destination {
        @Override
        public MemorySegment allocate(Shape all, PixelType type) {
            return memory;
        }

        @Override
        public void completed(long index) {
            synchronized (GrowingStack.this) {
                done.set((int) index);
                GrowingStack.this.notifyAll();
            }
        }
    }

    private void read(Reading reading, List<Loss> planned, int[] slots) {
        try {
            Outcome outcome = new Outcome(survey, planned, slots, reading.run());
            Metadata known = outcome.metadata();
            outcome.refuse();
            finish(Optional.of(known), Optional.empty());
        } catch (CancellationException e) {
            finish(Optional.empty(), Optional.of("loading was cancelled"));
        } catch (IOException | RuntimeException | Error e) {
            finish(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private synchronized void finish(Optional<Metadata> known, Optional<String> why) {
        known.ifPresent(all -> metadata = all);
        failure = why;
        finished = true;
        notifyAll();
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public PixelType type() {
        return survey.layout().type();
    }

    @Override
    public synchronized Metadata metadata() {
        return metadata;
    }

    /** Is there once all frames are, so that nobody reads what isn't written yet. */
    @Override
    public synchronized Optional<MemorySegment> contiguous() {
        return finished && failure.isEmpty() ? Optional.of(memory.asReadOnly()) : Optional.empty();
    }

    @Override
    public synchronized boolean loaded(long index) {
        return done.get((int) Objects.checkIndex(index, shape.frames()));
    }

    @Override
    public synchronized void prepare(Progress progress) throws IOException {
        try {
            while (!finished && !closed) {
                progress.checkCancelled();
                wait(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        }
        refuseClosed();
        if (failure.isPresent()) {
            throw new IOException(metadata.name() + ": " + failure.get());
        }
    }

    @Override
    public Cursor cursor() {
        return new Cursor() {
            @Override
            public Frame frame(long index) throws IOException {
                Objects.checkIndex(index, shape.frames());
                await((int) index);
                long bytes = survey.layout().bytes();
                return Frame.of(
                        shape, type(), memory.asSlice(index * bytes, bytes).asReadOnly());
            }

            @Override
            public void close() {}
        };
    }

    private synchronized void await(int index) throws IOException {
        refuseClosed();
        if (!done.get(index)) {
            wanted.want(index);
        }
        try {
            while (!done.get(index) && !finished && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        }
        refuseClosed();
        if (!done.get(index)) {
            throw new IOException("frame " + index + " of " + survey.listing().source() + " wasn't read: "
                    + failure.orElse("loading ended"));
        }
    }

    private void refuseClosed() {
        if (closed) {
            throw new IllegalStateException(metadata.name() + " is closed");
        }
    }

    /** Ends the reading, waits for the frames that are being decoded, and frees the memory. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        arena.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
