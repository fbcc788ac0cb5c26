package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Stack;

/**
 * Has all frames of a stack in one piece: those that lie so already, or a copy in memory, or one in a temporary file that is
 * mapped, if the copy is larger than a quarter of the available memory.
 */
final class Whole implements AutoCloseable {

    private final Stack stack;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment pixels;
    private final boolean copy;
    private final Optional<Room.Temporary> file;

    /**
     * Finds the place for the frames.
     *
     * @param purpose begins the complaint, such as {@code the median of NAME}
     * @throws IOException in one sentence with the numbers, if there is too little space on the disk
     */
    Whole(Stack stack, Room room, String purpose) throws IOException {
        this.stack = stack;
        long bytes = Source.frameBytes(stack) * stack.shape().frames();
        Optional<MemorySegment> lying = stack.contiguous().filter(MemorySegment::isNative);
        copy = lying.isEmpty();
        try {
            file = copy && !room.holds(bytes) ? Optional.of(room.temporary(bytes, purpose, arena)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
        pixels = file.map(Room.Temporary::pixels).or(() -> lying).orElseGet(() -> Untouched.allocate(arena, bytes));
    }

    /** Tells whether the frames have to be copied. */
    boolean isCopy() {
        return copy;
    }

    /** Copies all frames, with all threads. */
    void fill(int threads, Executor pool, Progress progress) throws IOException {
        progress.step(file.isEmpty() ? "bringing frames into memory" : "bringing frames into a temporary file");
        try (Filling filling = new Filling(stack, progress, pool, threads)) {
            filling.fill(0, stack.shape().frames(), pixels);
        }
    }

    /** Returns the frames as a stack that lives as long as this. */
    Stack asStack() {
        return copy ? MemoryStack.of(pixels, stack.shape(), stack.type(), stack.metadata()) : stack;
    }

    /** Returns all frames. */
    Slab slab() {
        return new Slab(0, (int) stack.shape().frames(), pixels.asReadOnly(), 0, Source.frameBytes(stack));
    }

    @Override
    public void close() throws IOException {
        arena.close();
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
