package org.tachyscope.ui.api;

/** Shows what lies under the pointer at the foot of the window. A service for the UI thread. */
public interface StatusLine {

    /** Shows one line, such as {@code x 512  y 300  frame 17   value 93}; an empty text clears it. Cheap: call on every move. */
    void show(String text);
}
