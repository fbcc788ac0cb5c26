package org.tachyscope.ops.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.api.fold.Window;

/**
 * Averages every position of a band in each frame, and finds percentiles of these means over time. Takes whole frames; keeps 8
 * bytes a position and frame.
 */
final class BandMeans implements Accumulator<BandMeans> {

    private final Band band;
    private final NanRule nan;
    private final List<Statistic> percentiles;
    private final List<String> labels;
    private final String unit;
    private final Window window;
    private final double[] means;
    private int frames;

    /** Prepares for the frames of a window. */
    BandMeans(Band band, NanRule nan, List<Statistic> percentiles, List<String> labels, String unit, Window window) {
        this.band = band;
        this.nan = nan;
        this.percentiles = percentiles;
        this.labels = labels;
        this.unit = unit;
        this.window = window;
        means = new double[Math.multiplyExact(Math.toIntExact(window.frames()), band.slots())];
    }

    @Override
    public void add(Block block) {
        BandReader reader = new BandReader(band);
        int first = (int) (block.window().firstFrame() - window.firstFrame());
        for (int t = 0; t < block.window().frames(); t++) {
            System.arraycopy(means(reader, block, t), 0, means, (first + t) * band.slots(), band.slots());
        }
        frames = Math.max(frames, first + (int) block.window().frames());
    }

    /** Adds up in the order of rows, and of columns in a row. */
    private double[] means(BandReader reader, Block block, int t) {
        double[] sums = new double[band.slots()];
        int[] counts = new int[band.slots()];
        reader.read(block, t, (row, samples) -> {
            for (int i = 0; i < samples.length; i++) {
                int slot = band.slot(row, i);
                if (nan == NanRule.PROPAGATE || !Float.isNaN(samples[i])) {
                    sums[slot] += samples[i];
                    counts[slot]++;
                }
            }
        });
        for (int slot = 0; slot < sums.length; slot++) {
            sums[slot] = counts[slot] == 0 ? Double.NaN : sums[slot] / counts[slot];
        }
        return sums;
    }

    @Override
    public void merge(BandMeans other) {
        int first = (int) (other.window.firstFrame() - window.firstFrame());
        System.arraycopy(other.means, 0, means, first * band.slots(), other.frames * band.slots());
        frames = Math.max(frames, first + other.frames);
    }

    @Override
    public Result result() {
        List<double[]> results = new ArrayList<>();
        percentiles.forEach(_ -> results.add(new double[band.slots()]));
        for (int slot = 0; slot < band.slots(); slot++) {
            int own = slot;
            Ranked ranked = Ranked.of(IntStream.range(0, frames)
                    .mapToDouble(t -> means[t * band.slots() + own])
                    .filter(x -> nan == NanRule.PROPAGATE || !Double.isNaN(x))
                    .toArray());
            for (int i = 0; i < results.size(); i++) {
                results.get(i)[slot] = ranked.measured(percentiles.get(i));
            }
        }
        return band.curve(labels, unit, results);
    }
}
