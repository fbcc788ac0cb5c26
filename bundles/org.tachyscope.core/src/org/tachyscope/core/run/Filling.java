package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.internal.kernel.TileMoments;

/**
 * Computes all frames of a stack into memory, each thread with a cursor of its own that moves forward:
 *
 * <pre>
 *   stack that reads parts:  part 0 of frame after frame, part 1 …     what is carried from frame to frame stays in the cache
 *   any other:               a stretch of frames for each thread
 * </pre>
 */
final class Filling implements AutoCloseable {

    /** Samples of a part: few enough for sums of some frames to stay in a second-level cache, many for few calls. */
    static final int PART = 1 << 13;

    /** Bounds what is read and written before the next frames' turn: less than memory holds, even if results are mapped. */
    private static final long SLAB_BYTES = 2L << 30;

    private final Stack stack;
    private final Progress progress;
    private final int threads;
    private final long frameBytes;
    private final Team<Desk> team;
    private final AtomicLong samples = new AtomicLong();

    Filling(Stack stack, Progress progress, Executor pool, int threads) {
        this.stack = stack;
        this.progress = progress;
        this.threads = threads;
        frameBytes = Source.frameBytes(stack);
        team = new Team<>(threads, pool, () -> new Desk(stack, Filling::nothingToFold));
    }

    private static TileMoments nothingToFold() {
        throw new IllegalStateException("frames are filled, not folded");
    }

    /**
     * Computes frames {@code from … to − 1}. Threads keep their cursors, so the next frames go on where these end.
     *
     * @param out exactly these frames
     */
    void fill(long from, long to, MemorySegment out) throws IOException {
        long slab = stack.readsParts() ? Math.max(1, SLAB_BYTES / frameBytes) : to - from;
        for (long first = from; first < to; first += slab) {
            long end = Math.min(to, first + slab);
            MemorySegment frames = out.asSlice((first - from) * frameBytes, (end - first) * frameBytes);
            if (stack.readsParts()) {
                parts(first, end, frames);
            } else {
                stretches(first, end, frames);
            }
        }
    }

    private void parts(long from, long to, MemorySegment frames) throws IOException {
        int all = stack.shape().samplesPerFrame();
        int count = (all + PART - 1) / PART;
        team.each(count, (part, desk) -> {
            int first = part * PART;
            int samples = Math.min(PART, all - first);
            for (long t = from; t < to; t++) {
                part(t, first, slice(frames, t - from, first, samples), desk.cursor());
            }
        });
    }

    private void stretches(long from, long to, MemorySegment frames) throws IOException {
        int all = stack.shape().samplesPerFrame();
        team.each(threads, (stretch, desk) -> {
            long end = from + (to - from) * (stretch + 1) / threads;
            for (long t = from + (to - from) * stretch / threads; t < end; t++) {
                part(t, 0, slice(frames, t - from, 0, all), desk.cursor());
            }
        });
    }

    private MemorySegment slice(MemorySegment frames, long frame, int first, int samples) {
        long bytes = stack.type().bytes();
        return frames.asSlice(frame * frameBytes + first * bytes, samples * bytes);
    }

    private void part(long frame, int first, MemorySegment out, Cursor cursor) throws IOException {
        progress.checkCancelled();
        int count = (int) (out.byteSize() / stack.type().bytes());
        try {
            cursor.read(frame, first, count, out);
        } catch (Exception | InternalError e) {
            throw Blame.frame(frame, stack.metadata().name(), e);
        }
        int all = stack.shape().samplesPerFrame();
        long before = samples.getAndAdd(count);
        if (before / all != (before + count) / all) {
            progress.worked((before + count) / all, stack.shape().frames());
        }
    }

    @Override
    public void close() {
        team.close();
    }
}
