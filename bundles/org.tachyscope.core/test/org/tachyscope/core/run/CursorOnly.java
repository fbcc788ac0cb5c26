package org.tachyscope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Hides that a stack is contiguous, tells a listener, and insists that every cursor stays on its thread. */
record CursorOnly(Stack stack, Listener listener) implements Stack {

    /** Hears of cursors, and of each frame that is read. */
    interface Listener {
        void read(long index) throws IOException;

        default void opened() {}

        default void closed() {}
    }

    @Override
    public Shape shape() {
        return stack.shape();
    }

    @Override
    public PixelType type() {
        return stack.type();
    }

    @Override
    public Metadata metadata() {
        return stack.metadata();
    }

    @Override
    public Cursor cursor() throws IOException {
        Cursor cursor = stack.cursor();
        Thread owner = Thread.currentThread();
        listener.opened();
        return new Cursor() {
            @Override
            public Frame frame(long index) throws IOException {
                assertEquals(owner, Thread.currentThread());
                listener.read(index);
                return cursor.frame(index);
            }

            @Override
            public void close() {
                assertEquals(owner, Thread.currentThread());
                cursor.close();
                listener.closed();
            }
        };
    }
}
