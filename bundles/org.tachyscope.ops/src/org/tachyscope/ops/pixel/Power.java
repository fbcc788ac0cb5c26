package org.tachyscope.ops.pixel;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;

/**
 * Raises every sample to a power: x^p, computed in float64 and rounded once, as F32. By the rules of {@link Math#pow}: a
 * negative x with a p that is no whole number gives NaN, 0 with a negative p gives infinity.
 */
@Component
@Contribution(id = "power", label = "Power", group = "Arithmetic")
public final class Power implements Operation<Power.Params> {

    /**
     * Names the exponent.
     *
     * @param exponent p
     */
    public record Params(
            @Param(label = "Exponent", help = "2 squares every sample, 0.5 takes its root.")
            double exponent) {}

    @Override
    public Params defaults() {
        return new Params(2);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        double exponent = params.exponent();
        return PixelChain.of(input, new PointStep("power " + Words.number(exponent), PixelType.F32, action(exponent)));
    }

    /** Squares have a loop that becomes vector instructions; a float32 product is the float64 one rounded once. */
    private static PointStep.Action action(double exponent) {
        if (exponent == 2) {
            return (samples, count, _) -> square(samples, count);
        }
        return (samples, count, _) -> {
            for (int i = 0; i < count; i++) {
                samples[i] = (float) Math.pow(samples[i], exponent);
            }
        };
    }

    private static void square(float[] samples, int count) {
        for (int i = 0; i < count; i++) {
            samples[i] *= samples[i];
        }
    }
}
