package org.tachyscope.ops.pixel;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;

/** Separates samples that are at least a level from those that are less, or NaN. As U8. */
@Component
@Contribution(id = "threshold", label = "Threshold", group = "Intensity")
public final class Threshold implements Operation<Threshold.Params> {

    /**
     * Names the level.
     *
     * @param level what separates
     * @param below result where x &lt; level, or x is NaN
     * @param above result where x ≥ level
     */
    public record Params(
            @Param(label = "Level", help = "Samples of at least this are above.")
            double level,

            @Param(label = "Below", help = "The result below the level, and for NaN.", min = 0, max = 255)
            int below,

            @Param(label = "Above", help = "The result from the level on.", min = 0, max = 255)
            int above) {}

    @Override
    public Params defaults() {
        return new Params(128, 0, 255);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        float level = (float) params.level();
        String words = "threshold " + Words.number(params.level());
        return PixelChain.of(
                input,
                new PointStep(
                        words,
                        PixelType.U8,
                        (samples, count, tools) ->
                                tools.math().select(samples, count, level, params.below(), params.above())));
    }
}
