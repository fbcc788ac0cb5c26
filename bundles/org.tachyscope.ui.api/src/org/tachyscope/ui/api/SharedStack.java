package org.tachyscope.ui.api;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tachyscope.api.data.Stack;

/** Counts who uses a stack and closes it behind the last one, then lets go of the stacks it is computed from. */
final class SharedStack {

    private final Stack stack;
    private final List<Hold> inputs;
    private int users;

    SharedStack(Stack stack, List<Hold> inputs) {
        this.stack = stack;
        this.inputs = List.copyOf(inputs);
    }

    synchronized Hold hold() {
        if (users < 0) {
            throw new IllegalStateException(stack.metadata().name() + " is closed");
        }
        users++;
        return new Counted();
    }

    private void release() {
        synchronized (this) {
            users--;
            if (users > 0) {
                return;
            }
            users = -1;
        }
        try {
            stack.close();
        } catch (IOException e) {
            throw new IllegalStateException("can't close " + stack.metadata().name(), e);
        } finally {
            inputs.forEach(Hold::close);
        }
    }

    private final class Counted implements Hold {
        private final AtomicBoolean open = new AtomicBoolean(true);

        @Override
        public Stack stack() {
            if (!open.get()) {
                throw new IllegalStateException(stack.metadata().name() + " was let go");
            }
            return stack;
        }

        @Override
        public void close() {
            if (open.compareAndSet(true, false)) {
                release();
            }
        }
    }
}
