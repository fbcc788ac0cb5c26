package org.tachyscope.ui.views;

/** Plays the active stack. Implemented by a view. UI thread. */
public interface Plays {

    /** Starts or stops playing. */
    void playOrPause();
}
