package org.tachyscope.core.plan;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/**
 * Finds the box that holds the content of a stack, from 16 frames at most, evenly spread from the first to the last.
 *
 * <p>The background is the median of the samples on the outermost ring of pixels. Content is what differs from it by more than
 * 2 % of the range of all samples that were read, and by more than six times the noise, which is 1.4826 times the median deviation
 * on that ring. The box holds the content of all of these frames; NaN is no content. Without content it is the whole frame.
 *
 * @param box holds the content
 * @param words say by which rule it was found, with the numbers
 */
public record ContentBox(Box box, String words) {

    private static final int FRAMES = 16;
    private static final double PART_OF_RANGE = 0.02;
    private static final double NOISES = 6;
    private static final double NORMAL = 1.4826;

    /**
     * Reads the sample and finds the box.
     *
     * @param progress counts frames of the sample
     * @throws IOException naming the frame and the reason, if one can't be read
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static ContentBox of(Stack stack, Progress progress) throws IOException {
        progress.step("looking for the content");
        Shape shape = stack.shape();
        int count = (int) Math.min(FRAMES, shape.frames());
        float[][] frames = new float[count][];
        try (Cursor cursor = stack.cursor()) {
            for (int i = 0; i < count; i++) {
                progress.checkCancelled();
                long index = count == 1 ? 0 : i * (shape.frames() - 1) / (count - 1);
                frames[i] = samples(cursor.frame(index));
                progress.worked(i + 1, count);
            }
        }
        return of(frames, shape);
    }

    private static float[] samples(Frame frame) {
        float[] samples = new float[frame.samples()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) frame.sample(i);
        }
        return samples;
    }

    private static ContentBox of(float[][] frames, Shape shape) {
        float[] ring = ring(frames, shape);
        double background = median(ring);
        for (int i = 0; i < ring.length; i++) {
            ring[i] = (float) Math.abs(ring[i] - background);
        }
        double limit = Math.max(PART_OF_RANGE * range(frames), NOISES * NORMAL * median(ring));
        Bounds bounds = new Bounds();
        for (float[] frame : frames) {
            for (int i = 0; i < frame.length; i++) {
                if (Math.abs(frame[i] - background) > limit) {
                    bounds.add(i / shape.channels() % shape.width(), i / shape.samplesPerRow());
                }
            }
        }
        String words = String.format(
                Locale.ROOT,
                "holds all that differs from the background %.4g by more than %.3g in %d of %d frames",
                background,
                limit,
                frames.length,
                shape.frames());
        return new ContentBox(bounds.box(shape), words);
    }

    private static float[] ring(float[][] frames, Shape shape) {
        float[] ring = new float[frames.length * shape.samplesPerFrame()];
        int count = 0;
        for (float[] frame : frames) {
            for (int i = 0; i < frame.length; i++) {
                int x = i / shape.channels() % shape.width();
                int y = i / shape.samplesPerRow();
                boolean outermost = x == 0 || y == 0 || x == shape.width() - 1 || y == shape.height() - 1;
                if (outermost && Float.isFinite(frame[i])) {
                    ring[count++] = frame[i];
                }
            }
        }
        return Arrays.copyOf(ring, count);
    }

    private static double median(float[] values) {
        if (values.length == 0) {
            return 0;
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + (double) sorted[half]) / 2;
    }

    private static double range(float[][] frames) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float[] frame : frames) {
            for (float sample : frame) {
                if (Float.isFinite(sample)) {
                    low = Math.min(low, sample);
                    high = Math.max(high, sample);
                }
            }
        }
        return Math.max(0, high - low);
    }

    /** Grows with every pixel that is added. */
    private static final class Bounds {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right = -1;
        private int bottom = -1;

        void add(int x, int y) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }

        Box box(Shape shape) {
            return right < 0
                    ? new Box(0, 0, shape.width(), shape.height())
                    : new Box(left, top, right - left + 1, bottom - top + 1);
        }
    }
}
