package org.tachyscope.ops.space;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tachyscope.opencv.Matrices;

/** Shapes the neighbourhood that morphology looks at, with radii rx and ry. */
public enum Element {
    /** All pixels with |Δx| ≤ rx and |Δy| ≤ ry. */
    RECTANGLE,
    /** All pixels with (Δx / rx)² + (Δy / ry)² ≤ 1. */
    ELLIPSE,
    /** The pixels with Δx = 0 and |Δy| ≤ ry, and those with Δy = 0 and |Δx| ≤ rx. */
    CROSS;

    /** Tells whether a pixel of the rectangle belongs to this. */
    boolean holds(int dx, int dy, int rx, int ry) {
        return switch (this) {
            case RECTANGLE -> true;
            case ELLIPSE -> square(dx, ry) + square(dy, rx) <= square(rx, ry);
            case CROSS -> dx == 0 || dy == 0;
        };
    }

    private static long square(int a, int b) {
        return (long) a * a * b * b;
    }

    /** Returns ones where the element is, and zeros. The caller closes it. */
    Mat matrix(int rx, int ry) {
        int width = 2 * rx + 1;
        Mat matrix = new Mat(2 * ry + 1, width, CV_8U);
        MemorySegment cells = Matrices.segment(matrix.data(), (2L * ry + 1) * width);
        for (int y = -ry; y <= ry; y++) {
            for (int x = -rx; x <= rx; x++) {
                cells.set(
                        ValueLayout.JAVA_BYTE, (long) (y + ry) * width + x + rx, (byte) (holds(x, y, rx, ry) ? 1 : 0));
            }
        }
        return matrix;
    }
}
