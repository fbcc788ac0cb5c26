package org.tachyscope.ui.views.frame;

import java.util.Arrays;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.ui.api.Levels.Rule;
import org.tachyscope.ui.api.Range;

/**
 * Finds the range that levels come to, from the samples of one or several frames. All channels count alike; NaN and
 * infinities don't count.
 *
 * <p>Exact for U8 and U16, which are counted. For F32 the smallest and largest sample are exact, and percentiles come from
 * at most {@value #KEPT} samples a frame, evenly spread. Percentiles are interpolated linearly between order statistics.
 * Belongs to one thread.
 */
final class RangeFinder {

    static final int KEPT = 1 << 16;

    private final PixelType type;
    private final long[] counts;
    private float[] kept = new float[0];
    private int keptCount;
    private float min = Float.POSITIVE_INFINITY;
    private float max = Float.NEGATIVE_INFINITY;

    RangeFinder(PixelType type) {
        this.type = type;
        this.counts = switch (type) {
            case U8 -> new long[1 << 8];
            case U16 -> new long[1 << 16];
            case F32 -> new long[0];
        };
    }

    /** Counts the samples of a frame. */
    void add(Frame frame) {
        switch (type) {
            case U8 -> Samples.eachByte(frame.pixels(), x -> counts[x]++);
            case U16 -> Samples.eachShort(frame.pixels(), x -> counts[x]++);
            case F32 -> addFloats(frame);
        }
    }

    private void addFloats(Frame frame) {
        int stride = Math.ceilDiv(frame.samples(), KEPT);
        kept = Arrays.copyOf(kept, keptCount + Math.ceilDiv(frame.samples(), stride));
        int[] countdown = {1};
        Samples.eachFloat(frame.pixels(), x -> {
            boolean keep = --countdown[0] == 0;
            if (keep) {
                countdown[0] = stride;
            }
            if (Float.isFinite(x)) {
                min = Math.min(min, x);
                max = Math.max(max, x);
                if (keep) {
                    kept[keptCount++] = x;
                }
            }
        });
    }

    /** Returns the range of {@code rule}. One value alone, or none, gives a range that starts there, or at 0. */
    Range find(Rule rule) {
        return switch (rule) {
            case Rule.Manual(Range range) -> range;
            case Rule.FullType() -> fullType();
            case Rule.MinMax() -> between(quantile(0), quantile(1));
            case Rule.Percentile(double low, double high) -> between(quantile(low / 100), quantile(high / 100));
        };
    }

    /** Counts how often values occur, over all that U8 can hold, or from the smallest to the largest sample. */
    Distribution distribution() {
        Range axis = switch (type) {
            case U8 -> fullType();
            case U16, F32 -> find(new Rule.MinMax());
        };
        long[] bins = new long[Distribution.BINS];
        for (int x = 0; x < counts.length; x++) {
            bins[bin(axis, x)] += counts[x];
        }
        for (int i = 0; i < keptCount; i++) {
            bins[bin(axis, kept[i])]++;
        }
        return new Distribution(axis, bins);
    }

    private static int bin(Range axis, double x) {
        double v = (x - axis.low()) / (axis.high() - axis.low());
        return Math.clamp((int) (v * Distribution.BINS), 0, Distribution.BINS - 1);
    }

    private Range fullType() {
        return switch (type) {
            case U8 -> new Range(0, 255);
            case U16 -> new Range(0, 65535);
            case F32 -> new Range(0, 1);
        };
    }

    private static Range between(double low, double high) {
        if (low < high) {
            return new Range(low, high);
        }
        return new Range(low, low + Math.max(1, Math.ulp((float) low)));
    }

    private double quantile(double q) {
        return switch (type) {
            case U8, U16 -> quantileOfCounts(q);
            case F32 -> quantileOfKept(q);
        };
    }

    private double quantileOfCounts(double q) {
        long n = Arrays.stream(counts).sum();
        if (n == 0) {
            return 0;
        }
        double rank = q * (n - 1);
        long lower = (long) rank;
        int a = orderStatistic(lower);
        int b = orderStatistic(Math.min(n - 1, lower + 1));
        return a + (rank - lower) * (b - a);
    }

    private int orderStatistic(long rank) {
        long seen = 0;
        for (int x = 0; x < counts.length; x++) {
            seen += counts[x];
            if (seen > rank) {
                return x;
            }
        }
        return counts.length - 1;
    }

    private double quantileOfKept(double q) {
        if (min > max) {
            return 0;
        }
        if (q == 0 || q == 1 || keptCount == 0) {
            return q < 0.5 ? min : max;
        }
        Arrays.sort(kept, 0, keptCount);
        double rank = q * (keptCount - 1);
        int lower = (int) rank;
        double a = kept[lower];
        double b = kept[Math.min(keptCount - 1, lower + 1)];
        return a + (rank - lower) * (b - a);
    }
}
