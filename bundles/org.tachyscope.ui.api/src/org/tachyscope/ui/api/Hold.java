package org.tachyscope.ui.api;

import org.tachyscope.api.data.Stack;

/**
 * Keeps a stack open while somebody reads it, even if the user closes it meanwhile. Any thread may take, use and close it:
 *
 * <pre>{@code
 * try (Hold hold = item.hold(); Cursor cursor = hold.stack().cursor()) {
 *     …
 * }
 * }</pre>
 */
public interface Hold extends AutoCloseable {

    /** Returns the stack, which stays open until {@link #close}. */
    Stack stack();

    /** Lets the stack go. The last one to let go of a stack that the user closed frees it. Closing twice is allowed. */
    @Override
    void close();
}
