package org.tachyscope.ops.space;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;

import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.opencv.Matrices;

/** Makes kernels of separable filters, as float64 weights that add up to 1. */
final class Kernel {

    private static final double MAX_SIGMA = 1000;

    private Kernel() {}

    /** Returns how far a Gaussian reaches: 4 σ, rounded half up, as in scipy.ndimage. */
    static int radius(double sigma) {
        return (int) (4 * sigma + 0.5);
    }

    /**
     * Refuses a σ that isn't above 0 and at most 1000 px.
     *
     * @param what names the operation
     */
    static double checkSigma(String what, double sigma) {
        if (!(sigma > 0 && sigma <= MAX_SIGMA)) {
            throw new IllegalArgumentException(what + " needs 0 < sigma ≤ 1000 px, got " + sigma);
        }
        return sigma;
    }

    /** Returns exp(−k² / 2σ²) for −radius ≤ k ≤ radius, divided by their sum. */
    static double[] gaussian(double sigma) {
        int radius = radius(sigma);
        double[] weights = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double k = (i - radius) / sigma;
            weights[i] = Math.exp(-0.5 * k * k);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** Returns {@code count} equal weights. */
    static double[] box(int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return weights;
    }

    /** Returns a row of F32. The caller closes it. */
    static Mat matrix(double[] weights) {
        Mat row = new Mat(1, weights.length, CV_32F);
        Rows.store(weights, PixelType.F32, Matrices.segment(row.data(), 4L * weights.length), 0, weights.length);
        return row;
    }
}
