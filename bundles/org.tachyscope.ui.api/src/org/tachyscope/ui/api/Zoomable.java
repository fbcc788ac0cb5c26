package org.tachyscope.ui.api;

/**
 * Zooms what a view shows. A view whose {@code getAdapter(Zoomable.class)} returns one obeys the zoom commands of the View
 * menu. UI thread.
 */
public interface Zoomable {

    /** Multiplies the zoom around the middle of the view; factors above 1 enlarge. */
    void zoom(double factor);

    /** Makes the whole frame fill the view. */
    void fit();

    /** Shows one pixel of the frame as one pixel of the screen. */
    void actualSize();
}
