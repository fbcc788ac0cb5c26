package org.tachyscope.ops;

import java.util.Arrays;

/**
 * Adds up, in float64, values that aren't NaN.
 *
 * <p>Every {@value #BLOCK} frames make a block. A sample's pivot p is its first finite value in the block, and s = Σ(x − p),
 * q = Σ(x − p)² are added frame by frame; x − p of two float32 numbers is all but exact in float64. At the block's end its m
 * values have the sum m p + s and the squared deviations q − s²/m, and are merged into those before (Chan, Golub, LeVeque
 * 1979):
 *
 * <pre>  D = D₁ + D₂ + (mean₂ − mean₁)² n₁ m / (n₁ + m)</pre>
 *
 * <p>As p is one of the block's values, (p − mean₂)² ≤ D₂ and q ≤ (m + 1) D₂, so D₂ is known to (m + 1)(m + 2) 2^−53
 * &lt; 10^−11 however large the offset: a standard deviation is good to 10^−4 of a float32 ulp. An infinity makes the sum
 * infinite (NaN for both signs) and the deviations NaN.
 */
final class KnownSums {

    private static final int BLOCK = 256;

    private final double[] n;
    private final double[] total;
    private final double[] deviations;
    private final double[] pivot;
    private final double[] blockSum;
    private final double[] blockSquares;
    private final int[] blockCount;
    private int frames;
    private int unstarted;

    /** Prepares for so many samples; without {@code squared} there are no deviations. */
    KnownSums(int samples, boolean squared) {
        n = new double[samples];
        total = new double[samples];
        deviations = new double[squared ? samples : 0];
        pivot = new double[samples];
        blockSum = new double[samples];
        blockSquares = new double[squared ? samples : 0];
        blockCount = new int[samples];
        unstarted = samples;
    }

    /** Adds one frame's values. */
    void add(float[] row) {
        if (unstarted > 0 || !finite(row)) {
            addSome(row);
        } else {
            addAll(row);
        }
        frames++;
        if (frames == BLOCK) {
            endBlock();
        }
    }

    private static boolean finite(float[] row) {
        int worst = 0;
        for (float x : row) {
            worst = Math.max(worst, Float.floatToRawIntBits(x) & 0x7fffffff);
        }
        return worst < 0x7f800000;
    }

    private void addAll(float[] row) {
        for (int i = 0; i < blockSum.length; i++) {
            blockSum[i] += row[i] - pivot[i];
        }
        for (int i = 0; i < blockSquares.length; i++) {
            double d = row[i] - pivot[i];
            blockSquares[i] += d * d;
        }
        for (int i = 0; i < blockCount.length; i++) {
            blockCount[i]++;
        }
    }

    private void addSome(float[] row) {
        for (int i = 0; i < blockSum.length; i++) {
            float x = row[i];
            if (!Float.isNaN(x)) {
                start(i, x);
                double d = x - pivot[i];
                blockSum[i] += d;
                if (blockSquares.length > 0) {
                    blockSquares[i] += d * d;
                }
                blockCount[i]++;
            }
        }
    }

    private void start(int i, float x) {
        if (blockCount[i] == 0) {
            pivot[i] = Float.isFinite(x) ? x : 0;
            unstarted--;
        }
    }

    /** Merges the block into those before. */
    void endBlock() {
        for (int i = 0; i < n.length; i++) {
            if (blockCount[i] > 0) {
                double m = blockCount[i];
                double s = blockSum[i];
                double own = blockSquares.length == 0 ? 0 : Math.max(0, blockSquares[i] - s * s / m);
                include(i, m, m * pivot[i] + s, own);
            }
        }
        Arrays.fill(blockSum, 0);
        Arrays.fill(blockSquares, 0);
        Arrays.fill(blockCount, 0);
        frames = 0;
        unstarted = n.length;
    }

    private void include(int i, double m, double sum, double own) {
        if (deviations.length > 0) {
            double apart = n[i] == 0 ? 0 : sum / m - total[i] / n[i];
            deviations[i] += own + apart * apart * (n[i] * m / (n[i] + m));
        }
        n[i] += m;
        total[i] += sum;
    }

    /** Takes in later frames. */
    void merge(KnownSums other) {
        endBlock();
        other.endBlock();
        for (int i = 0; i < n.length; i++) {
            if (other.n[i] > 0) {
                include(i, other.n[i], other.total[i], other.deviations.length == 0 ? 0 : other.deviations[i]);
            }
        }
    }

    /** Returns how many values each sample had. */
    double[] counts() {
        return n;
    }

    /** Returns the sums; NaN where there was no value. */
    double[] sums() {
        return whereKnown(total);
    }

    /** Returns Σ(x − mean)²; NaN where there was no value. */
    double[] deviations() {
        return whereKnown(deviations);
    }

    private double[] whereKnown(double[] values) {
        double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] = n[i] == 0 ? Double.NaN : result[i];
        }
        return result;
    }
}
