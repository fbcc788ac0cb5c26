package org.tachyscope.ui.views.frame;

import java.util.Optional;
import org.tachyscope.ui.api.ColorMap;
import org.tachyscope.ui.api.Levels;

/**
 * Asks for a picture of one frame.
 *
 * @param frame index of the frame
 * @param view which part of it, and where
 * @param levels how the range of the colours is found
 * @param colors the colours
 * @param background colour where the frame isn't, {@code 0xRRGGBB}
 * @param pointer view pixel whose value is wanted
 */
record Wish(long frame, Viewport view, Levels levels, ColorMap colors, int background, Optional<Spot> pointer) {

    /** Marks one view pixel. */
    record Spot(int px, int py) {}

    /** Tells whether {@code other} has the same pixels, if the range is the same. */
    boolean looksLike(Wish other) {
        return frame == other.frame
                && view.equals(other.view)
                && colors == other.colors
                && background == other.background;
    }
}
