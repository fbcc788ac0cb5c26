package org.tachyscope.ops.space;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;

import java.util.Locale;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/**
 * Scales every frame to another extent, channel by channel. The old and the new frame cover the same area: the new pixel's centre
 * j + ½ lies at (j + ½) · old width / new width. Pixel sizes follow.
 *
 * <p>Keeps the pixel type. Nearest is exact; the others are computed in F32, and rounded and saturated for U8 and U16. Outside the
 * frame the nearest pixel is taken. A value that is not finite may make every value not finite that it lies next to.
 */
@Component
@Contribution(id = "resize", label = "Resize", group = "Geometry")
public final class Resize implements Operation<Resize.Params> {

    private static final int MAX = 1 << 20;

    /** Chooses the new extent. */
    public record Params(
            @Param(
                    label = "Width",
                    help = "Columns of the result; 0 follows from the height.",
                    min = 0,
                    max = MAX,
                    unit = "px")
            int width,

            @Param(
                    label = "Height",
                    help = "Rows of the result; 0 follows from the width.",
                    min = 0,
                    max = MAX,
                    unit = "px")
            int height,

            @Param(label = "Method", help = "How values between pixels are found.")
            Method method) {}

    /** Tells how values between pixels are found. */
    public enum Method {
        /** {@link #AREA} if neither axis grows, else {@link #LINEAR}. */
        AUTO,
        /** The mean of the area that a new pixel covers. Only shrinks. */
        AREA,
        /** Straight lines between the centres of neighbours. */
        LINEAR,
        /** Cubic convolution of 4 × 4 neighbours with a = −¾ (Keys 1981); may overshoot. */
        CUBIC,
        /** The pixel in which the centre lies. */
        NEAREST
    }

    @Override
    public Params defaults() {
        return new Params(256, 0, Method.AUTO);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        Shape from = input.shape();
        Shape to = extent(from, params);
        boolean grows = to.width() > from.width() || to.height() > from.height();
        Method method = params.method() != Method.AUTO ? params.method() : grows ? Method.LINEAR : Method.AREA;
        if (method == Method.AREA && grows) {
            throw new IllegalArgumentException("resize by area only shrinks, got " + from.width() + " × "
                    + from.height() + " to " + to.width() + " × " + to.height() + " px");
        }
        String words = "resize " + from.width() + " × " + from.height() + " to " + to.width() + " × " + to.height()
                + " px, " + method.name().toLowerCase(Locale.ROOT);
        return scaled(input, to, method)
                .named(words)
                .describedBy(metadata -> PixelSize.scaled(
                                metadata, (double) from.width() / to.width(), (double) from.height() / to.height())
                        .withLoss(new Loss(Loss.Kind.BINNED, from.frames(), words)));
    }

    private static FrameByFrame scaled(Stack input, Shape to, Method method) {
        PixelType type = input.type();
        return switch (method) {
            case NEAREST -> FrameByFrame.of(input, to, type, new Nearest(to, type));
            case AREA -> interpolated(input, to, opencv_imgproc.INTER_AREA);
            case CUBIC -> interpolated(input, to, opencv_imgproc.INTER_CUBIC);
            case AUTO, LINEAR -> interpolated(input, to, opencv_imgproc.INTER_LINEAR);
        };
    }

    private static FrameByFrame interpolated(Stack input, Shape to, int code) {
        return Filtering.moving("resize", PixelType.F32, 1, () -> new Scaling(code))
                .on(input, to, input.type());
    }

    private static Shape extent(Shape from, Params params) {
        int width = params.width();
        int height = params.height();
        if (width < 0 || height < 0 || width > MAX || height > MAX || width + height == 0) {
            throw new IllegalArgumentException(
                    "resize needs a width or height from 1 to " + MAX + " px, got " + width + " × " + height);
        }
        return new Shape(
                from.frames(),
                height > 0 ? height : proportional(width, from.height(), from.width()),
                width > 0 ? width : proportional(height, from.width(), from.height()),
                from.channels());
    }

    private static int proportional(int other, int own, int old) {
        return Math.max(1, Math.toIntExact(Math.round((double) other * own / old)));
    }

    private static final class Scaling implements Filter {
        private final int code;
        private final Mat floats = new Mat();

        Scaling(int code) {
            this.code = code;
        }

        @Override
        public void apply(Mat in, Mat out) {
            try (Size size = new Size(out.cols(), out.rows())) {
                if (in.depth() == CV_32F) {
                    opencv_imgproc.resize(in, out, size, 0, 0, code);
                } else {
                    in.convertTo(floats, CV_32F);
                    opencv_imgproc.resize(floats, out, size, 0, 0, code);
                }
            }
        }

        @Override
        public void close() {
            floats.close();
        }
    }
}
