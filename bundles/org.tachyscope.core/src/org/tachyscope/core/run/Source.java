package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.Stack;

/** Brings slabs of a stack into memory. */
sealed interface Source {

    /**
     * Returns a fitting way to read {@code stack}.
     *
     * @param quick whether only moments are computed, at the speed of memory
     * @param once whether each sample is fed only once and in strips
     */
    static Source of(Stack stack, boolean quick, boolean once, int threads, Arena arena) {
        Optional<MemorySegment> whole = stack.contiguous().filter(MemorySegment::isNative);
        if (whole.isPresent()) {
            return new Mapped(stack, whole.get(), quick);
        }
        return once && pointwise(stack) ? new Computed(stack) : new Copied(stack, threads, arena);
    }

    /** Tells whether any part of any frame is computed from memory without its neighbours in time. */
    private static boolean pointwise(Stack stack) {
        return stack.readsParts()
                && stack.origin()
                        .filter(origin -> origin.time().equals(Origin.Reach.NONE))
                        .filter(origin -> origin.inputs().stream()
                                .allMatch(input -> input.contiguous().isPresent() || pointwise(input)))
                        .isPresent();
    }

    /** Returns a pace that suits this source. */
    Pace pace();

    /** Brings in {@code frames} frames from frame {@code first} on, or returns nothing if the user cancelled meanwhile. */
    Optional<Slab> slab(long first, int frames, Team<Desk> team, Progress progress) throws IOException;

    /** Returns the bytes of one frame. */
    static long frameBytes(Stack stack) {
        return (long) stack.shape().samplesPerFrame() * stack.type().bytes();
    }

    /** Guesses from some samples whether all of {@code whole} is in memory. */
    static boolean resident(MemorySegment whole) {
        if (!whole.isMapped()) {
            return true;
        }
        int probes = 16;
        long length = Math.min(64 * 1024, whole.byteSize());
        for (int i = 0; i < probes; i++) {
            long at = (whole.byteSize() - length) / probes * i;
            if (!whole.asSlice(at, length).isLoaded()) {
                return false;
            }
        }
        return true;
    }

    /** Takes slabs of a stack that lies in memory as they are. */
    record Mapped(Stack stack, MemorySegment whole, boolean quick) implements Source {

        private static final long FIRST_BYTES = 64L << 20;

        /** What two processors fold in some 40 ms: the accumulators of such a slab need not be put aside. */
        private static final long FIRST_QUICK_BYTES = 1L << 30;

        @Override
        public Pace pace() {
            long bytes = quick && resident(whole) ? FIRST_QUICK_BYTES : FIRST_BYTES;
            return new Pace(bytes / frameBytes(stack), Integer.MAX_VALUE);
        }

        @Override
        public Optional<Slab> slab(long first, int frames, Team<Desk> team, Progress progress) {
            long bytes = frameBytes(stack);
            return Optional.of(new Slab(first, frames, whole, first * bytes, bytes));
        }
    }

    /** Lets each thread compute the chunks that it folds, which never leave its caches. */
    record Computed(Stack stack) implements Source {

        private static final long FIRST_BYTES = 64L << 20;

        @Override
        public Pace pace() {
            return new Pace(FIRST_BYTES / frameBytes(stack), Integer.MAX_VALUE);
        }

        @Override
        public Optional<Slab> slab(long first, int frames, Team<Desk> team, Progress progress) {
            return Optional.of(Slab.computed(first, frames, frameBytes(stack)));
        }
    }

    /** Copies frames from cursors into one buffer, again and again. */
    final class Copied implements Source {

        static final long MOST_BYTES = 32L << 20;

        private final Stack stack;
        private final int threads;
        private final int most;
        private final MemorySegment buffer;

        Copied(Stack stack, int threads, Arena arena) {
            this.stack = stack;
            this.threads = threads;
            long fitting = Math.max(threads, MOST_BYTES / frameBytes(stack));
            most = (int) Math.min(fitting, stack.shape().frames());
            buffer = Untouched.allocate(arena, most * frameBytes(stack));
        }

        @Override
        public Pace pace() {
            return new Pace(threads, most);
        }

        @Override
        public Optional<Slab> slab(long first, int frames, Team<Desk> team, Progress progress) throws IOException {
            MemorySegment out = buffer.asSlice(0, frames * frameBytes(stack));
            new Copying(stack, team, threads, () -> !progress.cancelled()).copy(first, first + frames, out);
            return progress.cancelled()
                    ? Optional.empty()
                    : Optional.of(new Slab(first, frames, buffer.asReadOnly(), 0, frameBytes(stack)));
        }
    }
}
