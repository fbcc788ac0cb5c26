package org.tachyscope.core.recipe;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.Sources;

/** Owns a source and the stacks of the operations on it. */
final class Opened implements AutoCloseable {

    private final Deque<Stack> stacks = new ArrayDeque<>();

    private Opened() {}

    /** Opens the source and applies the operations. */
    static Opened open(Sources.Planned plan, Steps steps, Progress progress) throws IOException {
        Opened opened = new Opened();
        try {
            opened.stacks.push(plan.plan().open(progress));
            steps.apply(opened.stack(), opened.stacks::push);
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Returns what comes out of the last operation. */
    Stack stack() {
        return stacks.element();
    }

    @Override
    public void close() throws IOException {
        while (!stacks.isEmpty()) {
            stacks.pop().close();
        }
    }
}
