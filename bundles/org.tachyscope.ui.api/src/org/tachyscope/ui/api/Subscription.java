package org.tachyscope.ui.api;

/** Ends a listener's work when it is closed. Closing twice is allowed. UI thread. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
