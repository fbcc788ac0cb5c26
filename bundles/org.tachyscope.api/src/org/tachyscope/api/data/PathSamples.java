package org.tachyscope.api.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Places samples along a path: at arc lengths 0, 1, 2, … px from its beginning up to its length.
 *
 * <p>The value there is the bilinear interpolation between the four pixel centres around the place, and with a band of width b
 * the mean of b such values, one pixel apart, across the segment; at a corner, across the segment that begins there. At the
 * frame's border, less than half a pixel from it, the nearest pixels count; values of a band that lie outside the frame are
 * left out of the mean. A pixel of weight 0 isn't read, so that a NaN there does no harm.
 */
public final class PathSamples {

    /** Forgives the rounding of lengths and places, so that a path of 5 px made of many pieces still ends with sample 5. */
    private static final double ROUNDING = 1e-9;

    private final int width;
    private final int height;
    private final List<Sample> samples = new ArrayList<>();

    /**
     * Names the pixels of one sample; its value is the sum of {@code weight × value} divided by {@code divisor}.
     *
     * @param pixels indices {@code row × width + column}; one may be there several times
     * @param weights one a pixel, greater than 0
     * @param divisor number of values that are averaged across
     */
    private record Sample(int[] pixels, double[] weights, int divisor) {}

    private PathSamples(int width, int height) {
        this.width = width;
        this.height = height;
    }

    static PathSamples of(Roi.Path path, int width, int height) {
        Raster.checkInside(path, path.points(), width, height);
        PathSamples samples = new PathSamples(width, height);
        double walked = 0;
        double next = 0;
        for (int i = 1; i < path.points().size(); i++) {
            Roi.Point a = path.points().get(i - 1);
            Roi.Point b = path.points().get(i);
            double length = Math.hypot(b.x() - a.x(), b.y() - a.y());
            boolean last = i == path.points().size() - 1;
            double end = walked + length + (last ? ROUNDING : -ROUNDING);
            for (; next < end; next++) {
                samples.add(a, b, Math.clamp((next - walked) / length, 0, 1), path.band());
            }
            walked += length;
        }
        return samples;
    }

    private void add(Roi.Point a, Roi.Point b, double share, int band) {
        double length = Math.hypot(b.x() - a.x(), b.y() - a.y());
        double acrossX = -(b.y() - a.y()) / length;
        double acrossY = (b.x() - a.x()) / length;
        double x = a.x() + share * (b.x() - a.x());
        double y = a.y() + share * (b.y() - a.y());
        Taps taps = new Taps();
        for (int k = 0; k < band; k++) {
            double off = k - (band - 1) / 2.0;
            taps.add(x + off * acrossX, y + off * acrossY);
        }
        samples.add(taps.sample());
    }

    /** Collects the pixels of one sample. */
    private final class Taps {
        private final List<Integer> pixels = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();
        private int values;

        void add(double x, double y) {
            if (Math.min(x, y) < -ROUNDING || x > width + ROUNDING || y > height + ROUNDING) {
                return;
            }
            values++;
            double u = Math.clamp(x - 0.5, 0, width - 1);
            double v = Math.clamp(y - 0.5, 0, height - 1);
            int column = (int) u;
            int row = (int) v;
            add(row, column, (1 - (u - column)) * (1 - (v - row)));
            add(row, column + 1, (u - column) * (1 - (v - row)));
            add(row + 1, column, (1 - (u - column)) * (v - row));
            add(row + 1, column + 1, (u - column) * (v - row));
        }

        private void add(int row, int column, double weight) {
            if (weight > 0) {
                pixels.add(row * width + column);
                weights.add(weight);
            }
        }

        Sample sample() {
            int divisor = Math.max(1, values);
            return new Sample(
                    pixels.stream().mapToInt(Integer::intValue).toArray(),
                    weights.stream().mapToDouble(Double::doubleValue).toArray(),
                    divisor);
        }
    }

    /** Returns the number of samples, at least 1. */
    public int size() {
        return samples.size();
    }

    /** Returns the pixels of one sample as {@code row × width + column}; one may be there several times. */
    public int[] pixels(int sample) {
        return samples.get(sample).pixels.clone();
    }

    /** Returns the weights of the pixels of one sample, greater than 0. */
    public double[] weights(int sample) {
        return samples.get(sample).weights.clone();
    }

    /** Returns what the weighted sum of one sample is divided by: the number of values that are averaged across. */
    public int divisor(int sample) {
        return samples.get(sample).divisor;
    }
}
