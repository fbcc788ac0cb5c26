package org.tachyscope.ops.space;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;

import org.bytedeco.opencv.opencv_core.Mat;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

/**
 * Sharpens every frame with an unsharp mask: x + a · (x − G), where G is x after {@link GaussianBlur Gaussian blur}, computed as
 * (1 + a) · x − a · G. U8, U16 and F32 become the same type, rounded and saturated, or F32. A value that is not finite makes
 * every value within 4 sigma not finite.
 */
@Component
@Contribution(id = "unsharp", label = "Unsharp mask", group = "Edges")
public final class Unsharp implements Operation<Unsharp.Params> {

    /** Chooses how fine and how strong. */
    public record Params(
            @Param(
                    label = "Sigma",
                    help = "Structures finer than this are sharpened.",
                    min = 0.01,
                    max = 1000,
                    unit = "px")
            double sigma,

            @Param(label = "Amount", help = "How much of the fine structure is added once more.", min = 0, max = 100)
            double amount,

            @Param(label = "Border", help = "What is taken for pixels outside the frame.")
            Border border,

            @Param(label = "Output", help = "Pixel type of the result.")
            Output output) {}

    @Override
    public Params defaults() {
        return new Params(1, 1, Border.MIRROR, Output.KEEP);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        double sigma = Kernel.checkSigma("unsharp mask", params.sigma());
        double amount = params.amount();
        if (!(amount >= 0 && amount <= 100)) {
            throw new IllegalArgumentException("unsharp mask needs 0 ≤ amount ≤ 100, got " + amount);
        }
        String words = "unsharp mask, sigma " + sigma + " px, amount " + amount + ", "
                + params.border().words();
        return Filtering.around(
                        Kernel.radius(sigma),
                        words,
                        PixelType.F32,
                        1,
                        () -> new Mask(new Smoothing(Kernel.gaussian(sigma), params.border()), amount))
                .on(input, params.output().type(input.type()));
    }

    private static final class Mask implements Filter {
        private final Smoothing smoothing;
        private final double amount;
        private final Mat blurred = new Mat();

        Mask(Smoothing smoothing, double amount) {
            this.smoothing = smoothing;
            this.amount = amount;
        }

        @Override
        public void apply(Mat in, Mat out) {
            smoothing.apply(in, blurred);
            addWeighted(in, 1 + amount, blurred, -amount, 0, out, CV_32F);
        }

        @Override
        public void close() {
            smoothing.close();
            blurred.close();
        }
    }
}
