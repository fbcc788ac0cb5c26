package org.tachyscope.core.recipe;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Size;
import org.tachyscope.core.Sources;
import org.tachyscope.core.run.Runner;

/**
 * Owns a source and the stacks of the operations on it.
 *
 * <pre>
 *   mapped, or decoded when needed   source ▸ operation ▸ operation …            nothing is kept
 *   loaded, all of it                source in memory ▸ operation …
 *   loaded, less than all            frames on demand ▸ what thins ▸ in memory ▸ operation …
 * </pre>
 */
public final class Opened implements AutoCloseable {

    private final Deque<Stack> stacks = new ArrayDeque<>();

    private Opened() {}

    /**
     * Opens the source and applies the operations.
     *
     * @param way how frames are reached
     * @param runner brings frames into memory
     * @throws IOException in one sentence that names file, frame or step and the reason
     * @throws java.util.concurrent.CancellationException if the user cancelled; nothing stays allocated
     */
    public static Opened open(Sources.Planned planned, Steps steps, Access way, Runner runner, Progress progress)
            throws IOException {
        Opened opened = new Opened();
        try {
            Taking taking = Taking.of(steps.catalog(), planned, steps.thinning() > 0, way);
            opened.stacks.push(taking.plan().open(progress));
            int kept = taking.inMemory() ? steps.thinning() : 0;
            steps.apply(opened.stack(), 0, kept, opened.stacks::push);
            if (taking.inMemory()) {
                opened.bringIntoMemory(runner, progress);
            }
            steps.apply(opened.stack(), kept, steps.count(), opened.stacks::push);
            return opened;
        } catch (IOException | RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    /** Returns what comes out of the last operation. */
    public Stack stack() {
        return stacks.element();
    }

    /** Gives the stacks up, the last one first; whoever takes them closes them in this order. */
    public List<Stack> release() {
        List<Stack> all = List.copyOf(stacks);
        stacks.clear();
        return all;
    }

    /** Replaces what is open by a copy of its last stack. */
    private void bringIntoMemory(Runner runner, Progress progress) throws IOException {
        Stack last = stack();
        progress.step("decoding");
        Arena arena = Arena.ofShared();
        try {
            MemorySegment pixels = allocate(arena, last);
            runner.fill(last, pixels, progress);
            Stack copy = MemoryStack.owning(arena, pixels, last.shape(), last.type(), last.metadata());
            List<String> remarks = last.remarks();
            close();
            stacks.push(remarks.isEmpty() ? copy : new Remarked(copy, remarks));
        } catch (IOException | RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }

    private static MemorySegment allocate(Arena arena, Stack stack) throws IOException {
        long bytes = Size.of(stack.shape(), stack.type());
        try {
            return arena.allocate(bytes, 64);
        } catch (OutOfMemoryError e) {
            throw new IOException(
                    stack.metadata().name() + " needs " + Size.text(bytes) + " of memory, which the system refuses", e);
        }
    }

    @Override
    public void close() throws IOException {
        while (!stacks.isEmpty()) {
            stacks.pop().close();
        }
    }
}
