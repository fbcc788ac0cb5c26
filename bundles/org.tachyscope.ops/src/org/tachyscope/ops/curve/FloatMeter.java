package org.tachyscope.ops.curve;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tachyscope.api.data.Span;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.api.fold.Window;

/**
 * Measures an area of F32 samples, from blocks of whole frames. Sums alone are
 * fastest without boxes, a piece of a run at a time. Otherwise every column of a box, and every span beside it, of n values
 * gets a float64 sum S and squared deviations D from its own mean; over all of them, ΣS, ΣD and ΣS²/n are added up in twice
 * the digits of float64, and
 *
 * <pre>  Σ(x − mean)² = ΣD + (ΣS²/n − (ΣS)²/Σn)</pre>
 *
 * <p>So large offsets don't cancel digits.
 */
final class FloatMeter implements Meter {

    /** Samples that are added up in float64: few enough to lose no digit that shows. */
    private static final int PIECE = 8192;

    private final Patches patches;
    private final Set<Moment> needs;
    private final Window window;
    private final NanRule nan;
    private final boolean sumsOnly;
    private final int channels;
    private final double[] count;
    private final Pairs sum;
    private final Pairs within;
    private final Pairs between;
    private final boolean summed;
    private final boolean spread;
    private final float[] min;
    private final float[] max;
    private final float[] run;

    FloatMeter(List<Span> spans, Window window, Set<Statistic.Kind> kinds, NanRule nan) {
        needs = Patches.needs(kinds);
        sumsOnly = nan == NanRule.PROPAGATE
                && needs.equals(Set.of(Moment.SUM))
                && window.stack().channels() == 1;
        patches = nan == NanRule.PROPAGATE && !sumsOnly
                ? Patches.of(spans, window.stack(), window.type())
                : new Patches(List.of(), spans);
        this.window = window;
        this.nan = nan;
        channels = window.stack().channels();
        int slots = Math.multiplyExact(Math.toIntExact(window.frames()), channels);
        spread = kinds.contains(Statistic.Kind.STD) || kinds.contains(Statistic.Kind.SAMPLE_STD);
        summed = spread || kinds.contains(Statistic.Kind.MEAN);
        count = new double[slots];
        sum = new Pairs(summed ? slots : 0);
        within = new Pairs(spread ? slots : 0);
        between = new Pairs(spread ? slots : 0);
        min = new float[kinds.contains(Statistic.Kind.MIN) ? slots : 0];
        max = new float[kinds.contains(Statistic.Kind.MAX) ? slots : 0];
        Arrays.fill(min, Float.POSITIVE_INFINITY);
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
        run = new float[patches.rest().stream().mapToInt(Span::length).max().orElse(0)];
    }

    @Override
    public void add(Block block) {
        Window part = block.window();
        if (sumsOnly) {
            addSums(block, Runs.joined(patches.rest(), part));
            return;
        }
        Runs runs = Runs.of(patches.rest(), part);
        int slot = (int) (part.firstFrame() - window.firstFrame()) * channels;
        for (int t = 0; t < part.frames(); t++) {
            for (Block.Rows box : patches.boxes()) {
                add((Moments.Floating) block.moments(Patches.inFrame(box, block, t), needs), slot);
            }
            for (int c = 0; c < channels; c++) {
                for (int r = 0; r < runs.count(); r++) {
                    long at = t * block.frameStride() + runs.at()[r] + 4L * c;
                    int n = FloatRuns.load(block.pixels(), at, runs.length()[r], channels, nan, run);
                    if (n > 0) {
                        add(n, slot);
                    }
                }
                slot++;
            }
        }
    }

    private void addSums(Block block, Runs runs) {
        int first = (int) (block.window().firstFrame() - window.firstFrame());
        for (int t = 0; t < block.window().frames(); t++) {
            for (int r = 0; r < runs.count(); r++) {
                addSum(block, t * block.frameStride() + runs.at()[r], runs.length()[r], first + t);
            }
        }
    }

    private void addSum(Block block, long at, int length, int slot) {
        for (int i = 0; i < length; i += PIECE) {
            sum.add(slot, block.sumOfFloats(at + 4L * i, Math.min(PIECE, length - i)));
        }
        count[slot] += length;
    }

    private void add(Moments.Floating box, int slot) {
        double n = box.frames();
        for (int i = 0; i < box.samples(); i++) {
            int own = slot + i % channels;
            count[own] += n;
            if (summed) {
                sum.add(own, box.sum()[i]);
            }
            if (spread) {
                within.add(own, box.squaredDeviations()[i]);
                between.addSquare(own, box.sum()[i], n);
            }
            if (min.length > 0) {
                min[own] = Math.min(min[own], (float) window.type().get(box.min(), i));
            }
            if (max.length > 0) {
                max[own] = Math.max(max[own], (float) window.type().get(box.max(), i));
            }
        }
    }

    /** Adds the first {@code n} values of the run. */
    private void add(int n, int slot) {
        count[slot] += n;
        if (summed) {
            double total = FloatRuns.sum(run, n);
            sum.add(slot, total);
            if (spread) {
                within.add(slot, FloatRuns.deviations(run, n, total / n));
                between.addSquare(slot, total, n);
            }
        }
        if (min.length > 0) {
            min[slot] = Math.min(min[slot], FloatRuns.min(run, n));
        }
        if (max.length > 0) {
            max[slot] = Math.max(max[slot], FloatRuns.max(run, n));
        }
    }

    @Override
    public void merge(Meter meter, int first) {
        FloatMeter other = (FloatMeter) meter;
        int slot = first * channels;
        for (int i = 0; i < other.count.length; i++) {
            count[slot + i] += other.count[i];
        }
        sum.merge(other.sum, slot);
        within.merge(other.within, slot);
        between.merge(other.between, slot);
        for (int i = 0; i < other.min.length; i++) {
            min[slot + i] = Math.min(min[slot + i], other.min[i]);
        }
        for (int i = 0; i < other.max.length; i++) {
            max[slot + i] = Math.max(max[slot + i], other.max[i]);
        }
    }

    @Override
    public double value(Statistic statistic, int frame, int channel) {
        int slot = frame * channels + channel;
        double n = count[slot];
        if (n == 0) {
            return Double.NaN;
        }
        return switch (statistic.kind()) {
            case MEAN -> sum.get(slot) / n;
            case STD -> std(slot, n, n);
            case SAMPLE_STD -> std(slot, n, n - 1);
            case MIN -> min[slot];
            case MAX -> max[slot];
            case PERCENTILE -> throw new IllegalArgumentException("sums tell no percentiles");
        };
    }

    private double std(int slot, double n, double divisor) {
        double squares = within.get(slot) + Math.max(0, between.lessSquare(slot, sum, n));
        return Math.sqrt(squares / divisor);
    }
}
