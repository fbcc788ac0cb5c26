package org.tachyscope.ops.space;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.subtract;

import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Composes the methods of morphology from eroding and dilating. Repeating the nearest pixel outside the frame is the same as
 * leaving these pixels out, for elements that hold the path from every pixel straight to the axes: where a pixel outside counts,
 * its nearest one counts anyway.
 */
final class Hats implements Filter {

    private final Morphology.Method method;
    private final NanGuard erode;
    private final NanGuard dilate;
    private final Mat first = new Mat();
    private final Mat second = new Mat();

    Hats(Morphology.Params params) {
        method = params.method();
        erode = guarded(params, opencv_imgproc::erode);
        dilate = guarded(params, opencv_imgproc::dilate);
    }

    private static NanGuard guarded(Morphology.Params params, Extremum extremum) {
        Mat element = params.element().matrix(params.radiusX(), params.radiusY());
        Mat window = params.element().matrix(params.radiusX(), params.radiusY());
        return new NanGuard(new Once(extremum, element, new Point(-1, -1), new Scalar(0)), window);
    }

    @Override
    public void apply(Mat in, Mat out) {
        switch (method) {
            case ERODE -> erode.apply(in, out);
            case DILATE -> dilate.apply(in, out);
            case OPEN -> twice(in, erode, dilate, out);
            case CLOSE -> twice(in, dilate, erode, out);
            case TOP_HAT -> {
                twice(in, erode, dilate, second);
                subtract(in, second, out);
            }
            case BLACK_HAT -> {
                twice(in, dilate, erode, second);
                subtract(second, in, out);
            }
        }
    }

    private void twice(Mat in, Filter one, Filter other, Mat out) {
        one.apply(in, first);
        other.apply(first, out);
    }

    @Override
    public void close() {
        erode.close();
        dilate.close();
        first.close();
        second.close();
    }

    /** Is OpenCV's {@code erode} or {@code dilate}. */
    @FunctionalInterface
    private interface Extremum {
        void apply(Mat in, Mat out, Mat element, Point centre, int times, int border, Scalar outside);
    }

    private record Once(Extremum extremum, Mat element, Point centre, Scalar outside) implements Filter {
        @Override
        public void apply(Mat in, Mat out) {
            extremum.apply(in, out, element, centre, 1, BORDER_REPLICATE, outside);
        }

        @Override
        public void close() {
            element.close();
            centre.close();
            outside.close();
        }
    }
}
