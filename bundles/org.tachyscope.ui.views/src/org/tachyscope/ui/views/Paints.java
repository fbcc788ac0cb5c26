package org.tachyscope.ui.views;

/** Paints the frames of the active stack. Implemented by a view. UI thread. */
public interface Paints {

    /** Tells whether the frame that is asked for was painted, or never will be, because it is broken or out of sight. */
    boolean caughtUp();
}
