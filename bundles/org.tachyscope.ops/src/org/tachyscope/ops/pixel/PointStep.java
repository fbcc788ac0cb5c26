package org.tachyscope.ops.pixel;

import java.util.List;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.pixel.Formula;
import org.tachyscope.api.pixel.PixelStep;
import org.tachyscope.api.pixel.PixelTools;

/**
 * Changes every sample by a rule that knows neither place nor time.
 *
 * @param words what is done
 * @param output pixel type behind it
 * @param formulas what the action does, or none
 * @param action changes a piece
 */
record PointStep(String words, PixelType output, List<Formula> formulas, Action action) implements PixelStep {

    /** Is no formula. */
    PointStep(String words, PixelType output, Action action) {
        this(words, output, List.of(), action);
    }

    /** Changes {@code count} samples in place. */
    @FunctionalInterface
    interface Action {
        void apply(float[] samples, int count, PixelTools tools);
    }

    @Override
    public PixelType type(PixelType input) {
        return output;
    }

    @Override
    public Worker worker(PixelTools tools) {
        return (_, samples, count) -> action.apply(samples, count, tools);
    }
}
