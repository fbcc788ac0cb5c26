package org.tachyscope.ops.time;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Stack;

/**
 * Multiplies every frame by what it lost of its brightness since frame 0. Any type → F32, one rounding. With m_t the mean of
 * frame t's finite samples, by ratio: x · m_0 / m_t; exponential: x · exp((t − t_0) / τ), where ln m_t = a − t / τ is fitted by least
 * squares with weights m_t², so that bright frames count as they would in a fit of m_t itself. Time is that of the frames if
 * known, otherwise their number.
 *
 * <p>The means take one pass over the input, when the stack is prepared. Then every frame needs only its own. A mean of 0, or for
 * the exponential below 0, fails the preparation and names the frame.
 */
@Component
@Contribution(id = "bleach-correction", label = "Bleach correction", group = "Time")
public final class BleachCorrection implements Operation<BleachCorrection.Params> {

    /** Chooses how the loss is found. */
    public record Params(
            @Param(
                    label = "Method",
                    help = "The ratio of means brings every frame to the brightness of the first; the exponential keeps"
                            + " changes that aren't decay.")
            Method method) {}

    /** Finds the loss of brightness. */
    public enum Method {
        /** The mean of frame 0 over that of frame t. */
        RATIO,
        /** An exponential decay, fitted to the means. */
        EXPONENTIAL
    }

    @Override
    public Params defaults() {
        return new Params(Method.EXPONENTIAL);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        return new Brightened(input, params.method());
    }
}
