package org.tachyscope.ops.space;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CMP_EQ;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.bitwise_not;
import static org.bytedeco.opencv.global.opencv_core.compare;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Makes a rank filter give NaN where its window holds a NaN, and the right value elsewhere. OpenCV compares without regard to NaN,
 * and what it gives then depends on the order of comparisons.
 */
final class NanGuard implements Filter {

    private final Filter filter;
    private final Mat window;
    private final Mat mask = new Mat();
    private final Mat wide = new Mat();
    private final Mat clean = new Mat();
    private final Mat nan = new Mat(Scalar.all(Double.NaN));
    private final Mat zero = new Mat(Scalar.all(0));
    private final Point centre = new Point(-1, -1);
    private final Scalar none = new Scalar(0);

    /** Takes over both. The window marks the pixels that the filter looks at, symmetric about its centre. */
    NanGuard(Filter filter, Mat window) {
        this.filter = filter;
        this.window = window;
    }

    @Override
    public void apply(Mat in, Mat out) {
        if (in.depth() != CV_32F || !findsNan(in)) {
            filter.apply(in, out);
            return;
        }
        in.copyTo(clean);
        clean.setTo(zero, mask);
        filter.apply(clean, out);
        dilate(mask, wide, window, centre, 1, BORDER_REPLICATE, none);
        out.setTo(nan, wide);
    }

    /** Marks the NaN. They are what isn't equal to itself: OpenCV's "not equal" is false for NaN on some processors. */
    private boolean findsNan(Mat in) {
        compare(in, in, mask, CMP_EQ);
        bitwise_not(mask, mask);
        try (Mat flat = mask.reshape(1)) {
            return countNonZero(flat) > 0;
        }
    }

    @Override
    public void close() {
        filter.close();
        for (Mat matrix : new Mat[] {window, mask, wide, clean, nan, zero}) {
            matrix.close();
        }
        centre.close();
        none.close();
    }
}
