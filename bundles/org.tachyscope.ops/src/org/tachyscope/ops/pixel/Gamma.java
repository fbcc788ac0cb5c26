package org.tachyscope.ops.pixel;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;

/**
 * Bends the scale of brightness between two ends that stay: low + (high − low) · u^γ with u = (x − low) / (high − low)
 * limited to [0, 1], computed in float64 and rounded once, as F32. NaN stays NaN.
 */
@Component
@Contribution(id = "gamma", label = "Gamma", group = "Intensity")
public final class Gamma implements Operation<Gamma.Params> {

    /**
     * Names the curve.
     *
     * @param gamma γ
     * @param low sample that stays at the dark end
     * @param high sample that stays at the bright end
     */
    public record Params(
            @Param(label = "Gamma", help = "Less than 1 brightens the middle, more than 1 darkens it.", min = 0)
            double gamma,

            @Param(label = "Low", help = "The dark end.") double low,
            @Param(label = "High", help = "The bright end.") double high) {}

    @Override
    public Params defaults() {
        return new Params(1, 0, 255);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        Ranges.check("gamma", params.low(), params.high());
        if (!(params.gamma() > 0) || Double.isInfinite(params.gamma())) {
            throw new IllegalArgumentException("gamma must be a number > 0, got " + Words.number(params.gamma()));
        }
        String words = "gamma " + Words.number(params.gamma()) + " from " + Words.number(params.low()) + " to "
                + Words.number(params.high());
        return PixelChain.of(input, new PointStep(words, PixelType.F32, (samples, count, _) -> {
            for (int i = 0; i < count; i++) {
                samples[i] = (float) bent(samples[i], params);
            }
        }));
    }

    private static double bent(float x, Params params) {
        double range = params.high() - params.low();
        double u = Math.max(0, Math.min(1, (x - params.low()) / range));
        return params.low() + range * Math.pow(u, params.gamma());
    }
}
