package org.tachyscope.ops.curve;

import java.util.Arrays;
import java.util.List;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.api.fold.Window;

/** Finds the smallest and largest pixel of every position of a band over all frames, in any order. */
final class BandExtremes implements Accumulator<BandExtremes> {

    private final Band band;
    private final NanRule nan;
    private final List<String> labels;
    private final String unit;
    private final BandReader reader;
    private final float[] low;
    private final float[] high;

    BandExtremes(Band band, NanRule nan, List<String> labels, String unit) {
        this.band = band;
        this.nan = nan;
        this.labels = labels;
        this.unit = unit;
        reader = new BandReader(band);
        low = new float[band.slots()];
        high = new float[band.slots()];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
    }

    @Override
    public void add(Block block) {
        for (long t = 0; t < block.window().frames(); t++) {
            reader.read(block, t, this::take);
        }
    }

    /** Takes in one frame of the stack's extent. */
    void add(Frame frame) {
        Window whole = Window.all(frame.shape(), frame.type());
        add(new Block(whole, frame.pixels(), frame.pixels().byteSize()));
    }

    private void take(int row, float[] samples) {
        for (int i = 0; i < samples.length; i++) {
            int slot = band.slot(row, i);
            if (nan == NanRule.PROPAGATE || !Float.isNaN(samples[i])) {
                low[slot] = Math.min(low[slot], samples[i]);
                high[slot] = Math.max(high[slot], samples[i]);
            }
        }
    }

    @Override
    public void merge(BandExtremes other) {
        for (int i = 0; i < low.length; i++) {
            low[i] = Math.min(low[i], other.low[i]);
            high[i] = Math.max(high[i], other.high[i]);
        }
    }

    /** Returns both extremes; NaN where no value was. */
    @Override
    public Result result() {
        double[] least = new double[low.length];
        double[] most = new double[low.length];
        for (int i = 0; i < low.length; i++) {
            boolean none = low[i] > high[i];
            least[i] = none ? Double.NaN : low[i];
            most[i] = none ? Double.NaN : high[i];
        }
        return band.curve(labels, unit, List.of(least, most));
    }
}
