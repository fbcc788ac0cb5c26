package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.internal.kernel.TileMoments;

/** Computes all frames of a stack into memory with a team of its own, and reports how far it is. */
final class Filling implements AutoCloseable {

    /** Bounds what is read and written before the next frames' turn: less than memory holds, even if results are mapped. */
    private static final long SLAB_BYTES = 2L << 30;

    private final Stack stack;
    private final long frameBytes;
    private final Team<Desk> team;
    private final Copying copying;

    Filling(Stack stack, Progress progress, Executor pool, int threads) {
        this.stack = stack;
        frameBytes = Source.frameBytes(stack);
        team = new Team<>(threads, pool, () -> new Desk(stack, Filling::nothingToFold));
        copying = new Copying(stack, team, threads, new Count(stack, progress));
    }

    private static TileMoments nothingToFold() {
        throw new IllegalStateException("frames are filled, not folded");
    }

    /** Counts frames, those that are partly there included, and throws when the user cancelled. */
    private static final class Count implements Copying.Check {
        private final Stack stack;
        private final Progress progress;
        private final AtomicLong samples = new AtomicLong();

        Count(Stack stack, Progress progress) {
            this.stack = stack;
            this.progress = progress;
        }

        @Override
        public boolean goesOn() {
            progress.checkCancelled();
            return true;
        }

        @Override
        public void copied(int more) {
            int all = stack.shape().samplesPerFrame();
            long before = samples.getAndAdd(more);
            if (before / all != (before + more) / all) {
                progress.worked((before + more) / all, stack.shape().frames());
            }
        }
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
            copying.copy(first, end, out.asSlice((first - from) * frameBytes, (end - first) * frameBytes));
        }
    }

    @Override
    public void close() {
        team.close();
    }
}
