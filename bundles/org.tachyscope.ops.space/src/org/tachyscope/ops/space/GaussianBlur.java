package org.tachyscope.ops.space;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

/**
 * Blurs every frame with a Gaussian: the weighted mean over |Δx|, |Δy| ≤ r = ⌊4σ + ½⌋ px with weights
 * exp(−(Δx² + Δy²) / 2σ²), divided by their sum, channel by channel (the definition of {@code scipy.ndimage.gaussian_filter}).
 *
 * <p>U8, U16 and F32 become the same type or F32. Computed in F32: relative error below 10⁻⁵ of the largest value under the
 * kernel, before rounding. A value that is not finite makes every value within r not finite.
 */
@Component
@Contribution(id = "gaussian-blur", label = "Gaussian blur", group = "Smooth")
public final class GaussianBlur implements Operation<GaussianBlur.Params> {

    /** Chooses how much is blurred. */
    public record Params(
            @Param(label = "Sigma", help = "Standard deviation of the Gaussian.", min = 0.01, max = 1000, unit = "px")
            double sigma,

            @Param(label = "Border", help = "What is taken for pixels outside the frame.")
            Border border,

            @Param(label = "Output", help = "Pixel type of the result.")
            Output output) {}

    @Override
    public Params defaults() {
        return new Params(1, Border.MIRROR, Output.KEEP);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        double sigma = Kernel.checkSigma("Gaussian blur", params.sigma());
        String words =
                "Gaussian blur, sigma " + sigma + " px, " + params.border().words();
        double[] weights = Kernel.gaussian(sigma);
        return Filtering.around(
                        weights.length / 2, words, PixelType.F32, 0, () -> new Smoothing(weights, params.border()))
                .on(input, params.output().type(input.type()));
    }
}
