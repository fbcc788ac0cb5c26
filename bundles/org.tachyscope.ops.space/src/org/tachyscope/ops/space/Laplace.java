package org.tachyscope.ops.space;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.Laplacian;

import org.bytedeco.opencv.opencv_core.Mat;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

/**
 * Takes the discrete Laplacian of every frame: the sum of the four neighbours minus four times the pixel, channel by channel, as
 * F32. Negative at bright spots. Exact for U8 and U16. A value that is not finite makes itself and its four neighbours not
 * finite.
 */
@Component
@Contribution(id = "laplace", label = "Laplacian", group = "Edges")
public final class Laplace implements Operation<Laplace.Params> {

    private static final int FOUR_NEIGHBOURS = 1;

    /** Chooses the border. */
    public record Params(
            @Param(label = "Border", help = "What is taken for pixels outside the frame.")
            Border border) {}

    @Override
    public Params defaults() {
        return new Params(Border.MIRROR);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        String words = "Laplacian, " + params.border().words();
        return Filtering.around(
                        1,
                        words,
                        PixelType.F32,
                        0,
                        () -> new Neighbours(params.border().code()))
                .on(input, PixelType.F32);
    }

    private record Neighbours(int border) implements Filter {
        @Override
        public void apply(Mat in, Mat out) {
            Laplacian(in, out, CV_32F, FOUR_NEIGHBOURS, 1, 0, border);
        }

        @Override
        public void close() {}
    }
}
