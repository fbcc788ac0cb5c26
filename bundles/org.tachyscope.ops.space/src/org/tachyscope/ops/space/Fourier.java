package org.tachyscope.ops.space;

import static org.bytedeco.opencv.global.opencv_core.DFT_COMPLEX_OUTPUT;
import static org.bytedeco.opencv.global.opencv_core.DFT_INVERSE;
import static org.bytedeco.opencv.global.opencv_core.DFT_REAL_OUTPUT;
import static org.bytedeco.opencv.global.opencv_core.DFT_SCALE;
import static org.bytedeco.opencv.global.opencv_core.dft;

import java.lang.foreign.MemorySegment;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.opencv.Matrices;

/**
 * Transforms planes of {@code height × width} F32 values to as many complex ones (real and imaginary parts interleaved) and back,
 * with OpenCV.
 */
record Fourier(int height, int width) {

    long planeBytes() {
        return 4L * height * width;
    }

    long spectrumBytes() {
        return 2 * planeBytes();
    }

    /** Sums x · exp(−i ω · position). */
    void forward(MemorySegment plane, MemorySegment spectrum) {
        transform(plane, 1, spectrum, 2, DFT_COMPLEX_OUTPUT);
    }

    /** Undoes {@link #forward}. The spectrum must be that of real values. */
    void back(MemorySegment spectrum, MemorySegment plane) {
        transform(spectrum, 2, plane, 1, DFT_INVERSE | DFT_SCALE | DFT_REAL_OUTPUT);
    }

    private void transform(MemorySegment from, int fromChannels, MemorySegment to, int toChannels, int flags) {
        try (Mat in = Matrices.of(height, width, fromChannels, PixelType.F32, from);
                Mat out = Matrices.of(height, width, toChannels, PixelType.F32, to)) {
            dft(in, out, flags, 0);
            if (out.data().address() != to.address()) {
                throw new IllegalStateException("OpenCV wrote elsewhere");
            }
        }
    }

    /** Returns the angular frequency of index {@code k} of {@code count}, −π &lt; ω ≤ π. */
    static double frequency(int k, int count) {
        return 2 * Math.PI * (2 * k <= count ? k : k - count) / count;
    }
}
