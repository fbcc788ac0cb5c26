package org.tachyscope.ops;

import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Window;

/** Counts, for every sample, the frames whose key is a limit or more, in 8 bytes a sample. */
final class CountFrom implements Accumulator<CountFrom> {

    private final Window window;
    private final Keys keys;
    private final int limit;
    private final int[] counts;

    /**
     * Prepares for one window.
     *
     * @param nan key of NaN
     */
    CountFrom(Window window, int limit, int nan) {
        this.window = window;
        this.limit = limit;
        keys = new Keys(window, Keys.Order.RISING, nan);
        counts = new int[window.samplesPerFrame()];
    }

    @Override
    public void add(Block block) {
        for (long t = 0; t < block.window().frames(); t++) {
            int[] key = keys.of(block, t);
            for (int i = 0; i < counts.length; i++) {
                counts[i] -= Keys.mask(key[i], limit);
            }
        }
    }

    @Override
    public void merge(CountFrom other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    @Override
    public Result result() {
        float[] row = new float[counts.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = counts[i];
        }
        return Rows.of(window, row);
    }
}
