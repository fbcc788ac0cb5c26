package org.tachyscope.ops.curve;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tachyscope.api.data.Span;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;
import org.tachyscope.api.fold.Window;

/**
 * Measures an area of U8 or U16 samples with exact integers, from blocks of whole frames. Sums alone are fastest without boxes:
 * spans of whole rows are one run, eight bytes of which are added at a time.
 */
final class ExactMeter implements Meter {

    private final Patches patches;
    private final Set<Moment> needs;
    private final Window window;
    private final int channels;
    private final long pixels;
    private final long[] sum;
    private final long[] squares;
    private final int[] min;
    private final int[] max;

    ExactMeter(List<Span> spans, Window window, Set<Statistic.Kind> kinds) {
        needs = Patches.needs(kinds);
        boolean packed = needs.equals(Set.of(Moment.SUM)) && window.stack().channels() == 1;
        patches = packed ? new Patches(List.of(), spans) : Patches.of(spans, window.stack(), window.type());
        this.window = window;
        channels = window.stack().channels();
        pixels = spans.stream().mapToLong(Span::length).sum();
        int slots = Math.multiplyExact(Math.toIntExact(window.frames()), channels);
        boolean spread = kinds.contains(Statistic.Kind.STD) || kinds.contains(Statistic.Kind.SAMPLE_STD);
        sum = new long[spread || kinds.contains(Statistic.Kind.MEAN) ? slots : 0];
        squares = new long[spread ? slots : 0];
        min = new int[kinds.contains(Statistic.Kind.MIN) ? slots : 0];
        max = new int[kinds.contains(Statistic.Kind.MAX) ? slots : 0];
        Arrays.fill(min, Integer.MAX_VALUE);
    }

    @Override
    public void add(Block block) {
        Window part = block.window();
        int bytes = part.type().bytes();
        Runs runs = Runs.joined(patches.rest(), part);
        IntegerRuns samples = new IntegerRuns(block.pixels(), bytes, channels);
        int slot = (int) (part.firstFrame() - window.firstFrame()) * channels;
        for (int t = 0; t < part.frames(); t++) {
            for (Block.Rows box : patches.boxes()) {
                add((Moments.Exact) block.moments(Patches.inFrame(box, block, t), needs), slot);
            }
            for (int c = 0; c < channels; c++) {
                add(samples, runs, t * block.frameStride() + (long) c * bytes, slot++);
            }
        }
    }

    private void add(Moments.Exact box, int slot) {
        for (int i = 0; i < box.samples(); i++) {
            int own = slot + i % channels;
            if (sum.length > 0) {
                sum[own] += box.sum()[i];
            }
            if (squares.length > 0) {
                squares[own] += box.sumOfSquares()[i];
            }
            if (min.length > 0) {
                min[own] = Math.min(min[own], (int) window.type().get(box.min(), i));
            }
            if (max.length > 0) {
                max[own] = Math.max(max[own], (int) window.type().get(box.max(), i));
            }
        }
    }

    private void add(IntegerRuns samples, Runs runs, long base, int slot) {
        for (int r = 0; r < runs.count(); r++) {
            long at = base + runs.at()[r];
            int length = runs.length()[r];
            if (sum.length > 0) {
                sum[slot] += samples.sum(at, length);
            }
            if (squares.length > 0) {
                squares[slot] += samples.sumOfSquares(at, length);
            }
            if (min.length > 0) {
                min[slot] = Math.min(min[slot], samples.min(at, length));
            }
            if (max.length > 0) {
                max[slot] = Math.max(max[slot], samples.max(at, length));
            }
        }
    }

    @Override
    public void merge(Meter meter, int first) {
        ExactMeter other = (ExactMeter) meter;
        int slot = first * channels;
        for (int i = 0; i < other.sum.length; i++) {
            sum[slot + i] += other.sum[i];
        }
        for (int i = 0; i < other.squares.length; i++) {
            squares[slot + i] += other.squares[i];
        }
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
        return switch (statistic.kind()) {
            case MEAN -> (double) sum[slot] / pixels;
            case STD -> std(slot, pixels);
            case SAMPLE_STD -> std(slot, pixels - 1);
            case MIN -> min[slot];
            case MAX -> max[slot];
            case PERCENTILE -> throw new IllegalArgumentException("sums tell no percentiles");
        };
    }

    /** Returns √(V / (n d)) of the integer V = n Σx² − (Σx)²: each step is rounded once. */
    private double std(int slot, long divisor) {
        BigInteger n = BigInteger.valueOf(pixels);
        BigInteger total = BigInteger.valueOf(sum[slot]);
        BigInteger v = n.multiply(BigInteger.valueOf(squares[slot])).subtract(total.multiply(total));
        BigInteger scale = n.multiply(BigInteger.valueOf(divisor));
        return Math.sqrt(v.doubleValue() / scale.doubleValue());
    }
}
