package org.tachyscope.ops.space;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.magnitude;

import java.util.Locale;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

/**
 * Takes the gradient of every frame with Sobel's kernels, channel by channel, as F32:
 *
 * <pre>
 *       −1 0 1            −1 −2 −1
 *   x:  −2 0 2        y:   0  0  0        magnitude: √(x² + y²)
 *       −1 0 1             1  2  1
 * </pre>
 *
 * A slope of 1 a pixel gives 8. x is positive where it becomes brighter to the right, y where it becomes brighter downwards. x
 * and y of U8 and U16 are exact. A value that is not finite makes those not finite whose kernel gives it a weight.
 */
@Component
@Contribution(id = "sobel", label = "Sobel gradient", group = "Edges")
public final class Sobel implements Operation<Sobel.Params> {

    /** Chooses what is kept of the gradient. */
    public record Params(
            @Param(label = "Part", help = "What is kept of the gradient.")
            Part part,

            @Param(label = "Border", help = "What is taken for pixels outside the frame.")
            Border border) {}

    /** Tells what is kept of the gradient. */
    public enum Part {
        /** Its component to the right. */
        X,
        /** Its component downwards. */
        Y,
        /** Its length. */
        MAGNITUDE
    }

    @Override
    public Params defaults() {
        return new Params(Part.MAGNITUDE, Border.MIRROR);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        String words = "Sobel gradient, " + params.part().name().toLowerCase(Locale.ROOT) + ", "
                + params.border().words();
        int scratch = params.part() == Part.MAGNITUDE ? 2 : 0;
        return Filtering.around(1, words, PixelType.F32, scratch, () -> new Gradient(params))
                .on(input, PixelType.F32);
    }

    private static final class Gradient implements Filter {
        private final Part part;
        private final int border;
        private final Mat x = new Mat();
        private final Mat y = new Mat();

        Gradient(Params params) {
            part = params.part();
            border = params.border().code();
        }

        @Override
        public void apply(Mat in, Mat out) {
            switch (part) {
                case X -> derive(in, out, 1, 0);
                case Y -> derive(in, out, 0, 1);
                case MAGNITUDE -> {
                    derive(in, x, 1, 0);
                    derive(in, y, 0, 1);
                    magnitude(x, y, out);
                }
            }
        }

        private void derive(Mat in, Mat out, int alongX, int alongY) {
            opencv_imgproc.Sobel(in, out, CV_32F, alongX, alongY, 3, 1, 0, border);
        }

        @Override
        public void close() {
            x.close();
            y.close();
        }
    }
}
