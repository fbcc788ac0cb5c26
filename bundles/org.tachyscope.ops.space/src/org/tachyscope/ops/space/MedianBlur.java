package org.tachyscope.ops.space;

import static org.bytedeco.opencv.global.opencv_imgproc.medianBlur;

import org.bytedeco.opencv.opencv_core.Mat;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.Origin.Reach;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/**
 * Replaces every value by the median of the (2r + 1)² values with |Δx|, |Δy| ≤ r, channel by channel. Outside the frame the
 * nearest pixel is taken. Exact, and keeps the pixel type; NaN where the square holds a NaN.
 *
 * <p>U8 in a time that doesn't depend on r, and U16 and F32 up to r = 2, with OpenCV. Beyond, where OpenCV doesn't go, U16 and
 * F32 are counted by our own code: a megapixel takes 0.3 to 0.7 s on one core.
 */
@Component
@Contribution(id = "median-blur", label = "Median blur", group = "Smooth")
public final class MedianBlur implements Operation<MedianBlur.Params> {

    /** OpenCV counts the values of a square in 16 bits: 255² fit. */
    private static final int MAX_RADIUS = 127;

    /** OpenCV sorts U16 and F32 only in squares of 3 and 5. */
    private static final int MAX_SORTED_RADIUS = 2;

    /** Chooses the square. */
    public record Params(
            @Param(
                    label = "Radius",
                    help = "The square reaches so far to every side: it is 2 × radius + 1 wide and high.",
                    min = 0,
                    max = MAX_RADIUS,
                    unit = "px")
            int radius) {}

    @Override
    public Params defaults() {
        return new Params(1);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        int radius = params.radius();
        if (radius < 0 || radius > MAX_RADIUS) {
            throw new IllegalArgumentException("median blur needs 0 ≤ radius ≤ " + MAX_RADIUS + " px, got " + radius);
        }
        PixelType type = input.type();
        String words = "median blur, radius " + radius + " px, repeated border";
        if (type == PixelType.U8 || radius <= MAX_SORTED_RADIUS) {
            int scratch = type == PixelType.F32 ? 2 : 0;
            return Filtering.around(radius, words, type, scratch, () -> filter(radius))
                    .on(input, type);
        }
        Shape shape = input.shape();
        return FrameByFrame.withWorkers(input, shape, type, () -> new WideMedian(shape, type, radius))
                .named(words)
                .reaching(new Reach(radius, radius))
                .taking(WideMedian.bytes(shape, type));
    }

    private static Filter filter(int radius) {
        return new NanGuard(new Middle(2 * radius + 1), Element.RECTANGLE.matrix(radius, radius));
    }

    private record Middle(int side) implements Filter {
        @Override
        public void apply(Mat in, Mat out) {
            if (side == 1) {
                in.copyTo(out);
            } else {
                medianBlur(in, out, side);
            }
        }

        @Override
        public void close() {}
    }
}
