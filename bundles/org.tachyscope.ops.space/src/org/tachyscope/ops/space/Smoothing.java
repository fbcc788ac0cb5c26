package org.tachyscope.ops.space;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.sepFilter2D;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;

/**
 * Convolves rows and then columns with the same symmetric weights, to F32. OpenCV's own blurs of integers round weights to
 * 1/256, and its box filter carries rounding errors and NaN along rows of F32; this does neither.
 */
final class Smoothing implements Filter {

    private final Mat kernel;
    private final Point centre = new Point(-1, -1);
    private final Border border;

    Smoothing(double[] weights, Border border) {
        kernel = Kernel.matrix(weights);
        this.border = border;
    }

    @Override
    public void apply(Mat in, Mat out) {
        sepFilter2D(in, out, CV_32F, kernel, kernel, centre, 0, border.code());
    }

    @Override
    public void close() {
        kernel.close();
        centre.close();
    }
}
