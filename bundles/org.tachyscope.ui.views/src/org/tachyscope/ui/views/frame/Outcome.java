package org.tachyscope.ui.views.frame;

import java.util.Optional;
import org.tachyscope.ui.api.Range;

/** What became of a wish. */
sealed interface Outcome {

    /**
     * Shows a frame.
     *
     * @param wish what was wished for
     * @param range sample values shown in the first and the last colour
     * @param distribution how often the values of the whole stack occur
     * @param readout what lies under the pointer, if it points at the frame
     * @param labels values to be written into the pixels, if there is room
     * @param pixels {@code 0xRRGGBB}, rows of the viewport from the top; may be longer than the viewport needs
     */
    record Picture(
            Wish wish,
            Range range,
            Distribution distribution,
            Optional<Readout> readout,
            Optional<Labels> labels,
            int[] pixels)
            implements Outcome {}

    /**
     * Says what lies under the pointer now; the pixels are those of the last picture.
     *
     * @param readout empty if the pointer doesn't point at the frame
     */
    record Pointed(Optional<Readout> readout) implements Outcome {}

    /**
     * Says why there is no picture.
     *
     * @param sentence for the user
     * @param cause for the log
     */
    record Failure(String sentence, Throwable cause) implements Outcome {}
}
