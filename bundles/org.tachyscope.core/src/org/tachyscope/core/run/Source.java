package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Stack;

/** Brings slabs of a stack into memory. */
sealed interface Source {

    /**
     * Returns a fitting way to read {@code stack}.
     *
     * @param quick whether only moments are computed, at the speed of memory
     */
    static Source of(Stack stack, boolean quick, int threads, Arena arena) {
        Optional<MemorySegment> whole = stack.contiguous().filter(MemorySegment::isNative);
        return whole.isPresent() ? new Mapped(stack, whole.get(), quick) : new Copied(stack, threads, arena);
    }

    /** Returns a pace that suits this source. */
    Pace pace();

    /** Brings in {@code frames} frames from frame {@code first} on, or returns nothing if the user cancelled meanwhile. */
    Optional<Slab> slab(long first, int frames, Team<Desk> team, Progress progress) throws IOException;

    /** Returns the bytes of one frame. */
    static long frameBytes(Stack stack) {
        return (long) stack.shape().samplesPerFrame() * stack.type().bytes();
    }

    /** Takes slabs of a stack that lies in memory as they are. */
    record Mapped(Stack stack, MemorySegment whole, boolean quick) implements Source {

        private static final long FIRST_BYTES = 64L << 20;

        /** What two processors fold in some 20 ms: the accumulators of such a slab need not be put aside. */
        private static final long FIRST_QUICK_BYTES = 512L << 20;

        private static final int PROBES = 16;
        private static final long PROBE_BYTES = 64 * 1024;

        @Override
        public Pace pace() {
            long bytes = quick && resident() ? FIRST_QUICK_BYTES : FIRST_BYTES;
            return new Pace(bytes / frameBytes(stack), Integer.MAX_VALUE);
        }

        /** Guesses from some samples whether all pixels are in memory. */
        private boolean resident() {
            if (!whole.isMapped()) {
                return true;
            }
            long length = Math.min(PROBE_BYTES, whole.byteSize());
            for (int i = 0; i < PROBES; i++) {
                long at = (whole.byteSize() - length) / PROBES * i;
                if (!whole.asSlice(at, length).isLoaded()) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Optional<Slab> slab(long first, int frames, Team<Desk> team, Progress progress) {
            long bytes = frameBytes(stack);
            return Optional.of(new Slab(first, frames, whole, first * bytes, bytes));
        }
    }

    /** Copies frames from cursors into one buffer, again and again. */
    final class Copied implements Source {

        private static final long MOST_BYTES = 32L << 20;

        private final Stack stack;
        private final int threads;
        private final int most;
        private final MemorySegment buffer;

        Copied(Stack stack, int threads, Arena arena) {
            this.stack = stack;
            this.threads = threads;
            long fitting = Math.max(threads, MOST_BYTES / frameBytes(stack));
            most = (int) Math.min(fitting, stack.shape().frames());
            buffer = arena.allocate(most * frameBytes(stack), 64);
        }

        @Override
        public Pace pace() {
            return new Pace(threads, most);
        }

        @Override
        public Optional<Slab> slab(long first, int frames, Team<Desk> team, Progress progress) throws IOException {
            int parts = Math.min(threads, frames);
            team.each(parts, (part, desk) -> {
                int from = (int) ((long) frames * part / parts);
                int to = (int) ((long) frames * (part + 1) / parts);
                for (int i = from; i < to && !progress.cancelled(); i++) {
                    copy(first + i, i, desk);
                }
            });
            return progress.cancelled()
                    ? Optional.empty()
                    : Optional.of(new Slab(first, frames, buffer.asReadOnly(), 0, frameBytes(stack)));
        }

        private void copy(long index, int slot, Desk desk) throws IOException {
            long bytes = frameBytes(stack);
            try {
                Frame frame = desk.cursor().frame(index);
                MemorySegment.copy(frame.pixels(), 0, buffer, slot * bytes, bytes);
            } catch (Exception | InternalError e) {
                throw Blame.frame(index, stack.metadata().name(), e);
            }
        }
    }
}
