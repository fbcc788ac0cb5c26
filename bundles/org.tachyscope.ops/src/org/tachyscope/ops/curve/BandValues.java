package org.tachyscope.ops.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.NanRule;

/** Finds percentiles of the pixels of every position of a band, or their mean, in one frame. Takes whole frames. */
final class BandValues implements Accumulator<BandValues> {

    /**
     * Says what is measured.
     *
     * @param frame the frame
     * @param statistics what of every position
     * @param labels one a statistic
     * @param unit unit of the samples
     */
    record Wanted(long frame, NanRule nan, List<Statistic> statistics, List<String> labels, String unit) {}

    private final Band band;
    private final Wanted wanted;
    private final List<double[]> results = new ArrayList<>();

    BandValues(Band band, Wanted wanted) {
        this.band = band;
        this.wanted = wanted;
        for (int i = 0; i < wanted.statistics.size(); i++) {
            double[] none = new double[band.slots()];
            Arrays.fill(none, Double.NaN);
            results.add(none);
        }
    }

    @Override
    public void add(Block block) {
        long t = wanted.frame - block.window().firstFrame();
        if (t >= 0 && t < block.window().frames()) {
            measure(block, t);
        }
    }

    private void measure(Block block, long t) {
        double[][] values = new double[band.slots()][band.width()];
        int[] counts = new int[values.length];
        new BandReader(band).read(block, t, (row, samples) -> {
            for (int i = 0; i < samples.length; i++) {
                int slot = band.slot(row, i);
                values[slot][counts[slot]] = samples[i];
                counts[slot] += wanted.nan == NanRule.IGNORE && Float.isNaN(samples[i]) ? 0 : 1;
            }
        });
        for (int slot = 0; slot < values.length; slot++) {
            Ranked ranked = Ranked.of(Arrays.copyOf(values[slot], counts[slot]));
            for (int i = 0; i < results.size(); i++) {
                results.get(i)[slot] = ranked.measured(wanted.statistics.get(i));
            }
        }
    }

    @Override
    public void merge(BandValues other) {
        for (int i = 0; i < results.size(); i++) {
            double[] mine = results.get(i);
            double[] its = other.results.get(i);
            for (int slot = 0; slot < mine.length; slot++) {
                mine[slot] = Double.isNaN(mine[slot]) ? its[slot] : mine[slot];
            }
        }
    }

    @Override
    public Result result() {
        return band.curve(wanted.labels, wanted.unit, results);
    }
}
