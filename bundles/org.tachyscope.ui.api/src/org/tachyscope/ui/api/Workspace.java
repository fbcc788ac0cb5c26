package org.tachyscope.ui.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.data.Stack;

/**
 * Holds the open stacks. A service; a view gets it with {@code getSite().getService(Workspace.class)}. Belongs to the UI
 * thread, and tells its listeners there.
 */
public interface Workspace {

    /** Returns the open stacks, the oldest first. */
    List<StackItem> items();

    /** Returns the stack that the views show, unless none is open. */
    Optional<StackItem> active();

    /** Makes an open stack the one that the views show. */
    void activate(StackItem item);

    /**
     * Opens a file or folder in the background. Returns at once; the stack appears when it can be looked at, and a source
     * that can't be opened is reported to the user and changes nothing.
     */
    void open(Path source);

    /**
     * Takes over a stack and makes it the active one.
     *
     * @param name what a person reads; made unique by a number behind it if it is taken
     * @param inputs stacks that it is computed from; let go when it is freed
     */
    StackItem add(String name, Stack stack, Residence residence, List<Hold> inputs);

    /** Closes an open stack and makes the one beside it the active one. Who holds the stack may go on reading it. */
    void close(StackItem item);

    /** Tells {@code listener} of every change until the subscription is closed. */
    Subscription listen(Listener listener);

    /** Hears of changes, on the UI thread. */
    interface Listener {
        /** Tells that a stack was opened. {@link #activated} follows. */
        default void added(StackItem item) {}

        /** Tells that a stack was closed. */
        default void closed(StackItem item) {}

        /** Tells that the views show another stack, or none. */
        default void activated(Optional<StackItem> item) {}
    }
}
