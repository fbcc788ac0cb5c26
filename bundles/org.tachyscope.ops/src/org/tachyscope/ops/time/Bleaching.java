package org.tachyscope.ops.time;

import java.io.IOException;
import java.util.function.LongToDoubleFunction;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelMath;
import org.tachyscope.ops.time.BleachCorrection.Method;

/**
 * Finds how much brightness frames have lost.
 *
 * @param name what the stack is called
 * @param means mean of each frame's finite samples
 * @param time when a frame was taken, in any unit
 */
record Bleaching(String name, double[] means, LongToDoubleFunction time) {

    private static final int TILE = 2048;

    /** Measures all frames. */
    static Bleaching of(Stack stack, Progress progress) throws IOException {
        progress.step("measuring brightness");
        long frames = stack.shape().frames();
        double[] means = new double[Math.toIntExact(frames)];
        try (Frames pixels = Frames.of(stack, 1)) {
            for (int t = 0; t < means.length; t++) {
                progress.checkCancelled();
                means[t] = mean(pixels, stack, t);
                progress.worked(t + 1, frames);
            }
        }
        var timing = stack.metadata().timing();
        return new Bleaching(
                stack.metadata().name(), means, t -> timing.seconds(t).orElse(t));
    }

    private static double mean(Frames pixels, Stack stack, int frame) throws IOException {
        int all = stack.shape().samplesPerFrame();
        double sum = 0;
        long count = 0;
        float[] floats = new float[Math.min(TILE, all)];
        for (int first = 0; first < all; first += TILE) {
            int samples = Math.min(TILE, all - first);
            new Tile(pixels, PixelMath::plain, stack.type(), first, samples).read(frame, floats);
            for (int i = 0; i < samples; i++) {
                boolean finite = Float.isFinite(floats[i]);
                sum += finite ? floats[i] : 0;
                count += finite ? 1 : 0;
            }
        }
        return sum / count;
    }

    /** Returns what each frame must be multiplied by. */
    double[] factors(Method method) throws IOException {
        for (int t = 0; t < means.length; t++) {
            boolean usable = switch (method) {
                case RATIO -> means[t] != 0 && Double.isFinite(means[t]);
                case EXPONENTIAL -> means[t] > 0;
            };
            if (!usable) {
                throw new IOException("frame " + t + " of " + name + ": a mean brightness of " + means[t]
                        + " can't be corrected for bleaching");
            }
        }
        return switch (method) {
            case RATIO -> ratios();
            case EXPONENTIAL -> exponentials();
        };
    }

    private double[] ratios() {
        double[] factors = new double[means.length];
        for (int t = 0; t < factors.length; t++) {
            factors[t] = means[0] / means[t];
        }
        return factors;
    }

    private double[] exponentials() {
        double rate = rate();
        double[] factors = new double[means.length];
        for (int t = 0; t < factors.length; t++) {
            factors[t] = Math.exp(rate * (time.applyAsDouble(t) - time.applyAsDouble(0)));
        }
        return factors;
    }

    /** Returns 1 / τ: minus the slope of the weighted line through ln m_t. */
    private double rate() {
        double weights = 0;
        double times = 0;
        double logs = 0;
        for (int t = 0; t < means.length; t++) {
            double weight = means[t] * means[t];
            weights += weight;
            times += weight * time.applyAsDouble(t);
            logs += weight * Math.log(means[t]);
        }
        double across = 0;
        double along = 0;
        for (int t = 0; t < means.length; t++) {
            double weight = means[t] * means[t];
            double far = time.applyAsDouble(t) - times / weights;
            across += weight * far * far;
            along += weight * far * (Math.log(means[t]) - logs / weights);
        }
        return across == 0 ? 0 : -along / across;
    }
}
