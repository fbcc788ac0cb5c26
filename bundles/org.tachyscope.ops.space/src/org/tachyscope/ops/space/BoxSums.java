package org.tachyscope.ops.space;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static org.bytedeco.opencv.global.opencv_core.CV_32S;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_imgproc.boxFilter;

import java.lang.foreign.MemorySegment;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Size;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.opencv.Matrices;

/**
 * Divides exact sums over boxes of U8 or U16 by the boxes' area. OpenCV adds up integers in 32 bits. Where these don't suffice
 * it gives the mean in float64, from which the sum, an integer below 2^53, is had back exactly.
 */
final class BoxSums implements Filter {

    private final Size size;
    private final Point centre = new Point(-1, -1);
    private final Border border;
    private final PixelType type;
    private final double area;
    private final boolean large;
    private final Mat sums = new Mat();
    private double[] row = {};

    BoxSums(int side, Border border, PixelType from, PixelType type) {
        size = new Size(side, side);
        this.border = border;
        this.type = type;
        area = (double) side * side;
        large = area * (from == PixelType.U8 ? 255 : 65_535) > Integer.MAX_VALUE;
    }

    @Override
    public void apply(Mat in, Mat out) {
        boxFilter(in, sums, large ? CV_64F : CV_32S, size, centre, large, border.code());
        int count = in.cols() * in.channels();
        if (row.length != count) {
            row = new double[count];
        }
        long samples = (long) in.rows() * count;
        MemorySegment from = Matrices.segment(sums.data(), samples * (large ? Double.BYTES : Integer.BYTES));
        MemorySegment to = Matrices.segment(out.data(), samples * type.bytes());
        for (int i = 0; i < in.rows(); i++) {
            means(from, (long) i * count);
            Rows.store(row, type, to, (long) i * count, count);
        }
    }

    private void means(MemorySegment from, long first) {
        if (large) {
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.rint(from.get(JAVA_DOUBLE_UNALIGNED, 8 * (first + j)) * area) / area;
            }
        } else {
            for (int j = 0; j < row.length; j++) {
                row[j] = from.get(JAVA_INT_UNALIGNED, 4 * (first + j)) / area;
            }
        }
    }

    @Override
    public void close() {
        size.close();
        centre.close();
        sums.close();
    }
}
