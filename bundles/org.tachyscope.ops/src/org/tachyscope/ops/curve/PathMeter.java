package org.tachyscope.ops.curve;

import java.util.Arrays;
import java.util.Set;
import org.tachyscope.api.data.PathSamples;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.api.fold.Window;

/** Measures the samples along a path in float64, from blocks of whole frames. */
final class PathMeter implements Meter {

    private final Window window;
    private final NanRule nan;
    private final PathReader reader;
    private final int channels;
    private final Table results;

    PathMeter(PathSamples samples, Window window, Set<Statistic> statistics, NanRule nan) {
        this.window = window;
        this.nan = nan;
        reader = new PathReader(samples, window.stack(), window.type());
        channels = window.stack().channels();
        results = new Table(statistics, Math.multiplyExact(Math.toIntExact(window.frames()), channels));
    }

    @Override
    public void add(Block block) {
        Window part = block.window();
        int slot = (int) (part.firstFrame() - window.firstFrame()) * channels;
        for (int t = 0; t < part.frames(); t++) {
            for (int c = 0; c < channels; c++) {
                double[] values = reader.read(block, t, c);
                double[] known = nan == NanRule.IGNORE
                        ? Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray()
                        : values;
                results.put(slot, Ranked.of(known)::measured);
                slot++;
            }
        }
    }

    @Override
    public void merge(Meter meter, int first) {
        results.merge(((PathMeter) meter).results, first * channels);
    }

    @Override
    public double value(Statistic statistic, int frame, int channel) {
        return results.get(statistic, frame * channels + channel);
    }
}
