package org.tachyscope.ops;

import java.util.Arrays;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.api.fold.Window;

/** Finds the first frame with the smallest key, in 8 bytes a sample. */
final class FirstExtreme implements Accumulator<FirstExtreme> {

    private final Window window;
    private final Keys keys;
    private final int[] best;
    private final int[] at;

    /** Makes the fold that finds the smallest samples, or by {@link Keys.Order#FALLING} the largest. */
    static Fold fold(Keys.Order order, NanRule nan) {
        return new Fold.OfBlocks<>(Fold.Split.ROWS_AND_TIME, window -> new FirstExtreme(window, order, nan));
    }

    private FirstExtreme(Window window, Keys.Order order, NanRule nan) {
        this.window = window;
        keys = new Keys(
                window,
                order,
                switch (nan) {
                    case PROPAGATE -> Keys.BOTTOM;
                    case IGNORE -> Keys.TOP;
                });
        best = new int[window.samplesPerFrame()];
        at = new int[window.samplesPerFrame()];
        Arrays.fill(best, Keys.TOP);
        Arrays.fill(at, -1);
    }

    @Override
    public void add(Block block) {
        for (int t = 0; t < block.window().frames(); t++) {
            int[] key = keys.of(block, t);
            int frame = (int) block.window().firstFrame() + t;
            for (int i = 0; i < best.length; i++) {
                int less = Math.min(key[i], best[i]);
                int change = less ^ best[i];
                int changed = (change | -change) >> 31;
                best[i] = less;
                at[i] = at[i] & ~changed | frame & changed;
            }
        }
    }

    @Override
    public void merge(FirstExtreme other) {
        for (int i = 0; i < best.length; i++) {
            if (other.best[i] < best[i]) {
                best[i] = other.best[i];
                at[i] = other.at[i];
            }
        }
    }

    @Override
    public Result result() {
        float[] frames = new float[at.length];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = at[i] < 0 || best[i] == Keys.BOTTOM ? Float.NaN : at[i];
        }
        return Rows.of(window, frames);
    }
}
