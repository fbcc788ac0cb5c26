package org.tachyscope.ops.space;

import static org.bytedeco.opencv.global.opencv_core.subtract;

import org.bytedeco.opencv.opencv_core.Mat;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

/**
 * Subtracts a wide {@link GaussianBlur Gaussian blur} from a narrow one: a band pass that keeps structures between the two
 * widths. U8, U16 and F32 become F32. A value that is not finite makes every value within 4 × the wide sigma not finite.
 */
@Component
@Contribution(id = "difference-of-gaussians", label = "Difference of Gaussians", group = "Edges")
public final class DifferenceOfGaussians implements Operation<DifferenceOfGaussians.Params> {

    /** Chooses the two widths. */
    public record Params(
            @Param(label = "Narrow sigma", help = "Below it, structures fade.", min = 0.01, max = 1000, unit = "px")
            double narrow,

            @Param(label = "Wide sigma", help = "Above it, structures fade.", min = 0.01, max = 1000, unit = "px")
            double wide,

            @Param(label = "Border", help = "What is taken for pixels outside the frame.")
            Border border) {}

    @Override
    public Params defaults() {
        return new Params(1, 1.6, Border.MIRROR);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        double narrow = Kernel.checkSigma("difference of Gaussians", params.narrow());
        double wide = Kernel.checkSigma("difference of Gaussians", params.wide());
        if (narrow >= wide) {
            throw new IllegalArgumentException(
                    "difference of Gaussians needs narrow sigma < wide sigma, got " + narrow + " and " + wide + " px");
        }
        String words = "difference of Gaussians, sigma " + narrow + " and " + wide + " px, "
                + params.border().words();
        return Filtering.around(
                        Kernel.radius(wide), words, PixelType.F32, 1, () -> new Band(narrow, wide, params.border()))
                .on(input, PixelType.F32);
    }

    private static final class Band implements Filter {
        private final Smoothing narrow;
        private final Smoothing wide;
        private final Mat blurred = new Mat();

        Band(double narrow, double wide, Border border) {
            this.narrow = new Smoothing(Kernel.gaussian(narrow), border);
            this.wide = new Smoothing(Kernel.gaussian(wide), border);
        }

        @Override
        public void apply(Mat in, Mat out) {
            narrow.apply(in, out);
            wide.apply(in, blurred);
            subtract(out, blurred, out);
        }

        @Override
        public void close() {
            narrow.close();
            wide.close();
            blurred.close();
        }
    }
}
