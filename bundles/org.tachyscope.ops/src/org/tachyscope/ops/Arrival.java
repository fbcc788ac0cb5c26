package org.tachyscope.ops;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Window;

/** Finds, for every sample, the first or the last frame whose key is a limit or more, in 8 bytes a sample. */
final class Arrival implements Accumulator<Arrival> {

    private static final int NEVER = -1;

    private final Window window;
    private final Rule rule;
    private final Keys keys;
    private final int[] at;

    /** Tells which frame counts. */
    enum End {
        FIRST,
        LAST
    }

    /**
     * Says what is looked for.
     *
     * @param limit least key of samples that count
     * @param time turns the index of a frame into what the result holds
     */
    record Rule(End end, int limit, IntToDoubleFunction time) {}

    Arrival(Window window, Rule rule) {
        this.window = window;
        this.rule = rule;
        keys = new Keys(window, Keys.Order.RISING, Keys.BOTTOM);
        at = new int[window.samplesPerFrame()];
        Arrays.fill(at, NEVER);
    }

    @Override
    public void add(Block block) {
        for (int t = 0; t < block.window().frames(); t++) {
            int[] key = keys.of(block, t);
            int frame = (int) block.window().firstFrame() + t;
            switch (rule.end()) {
                case FIRST -> first(key, frame);
                case LAST -> last(key, frame);
            }
        }
    }

    /** {@code at} is negative only where nothing was found yet. */
    private void first(int[] key, int frame) {
        for (int i = 0; i < at.length; i++) {
            int found = Keys.mask(key[i], rule.limit()) & at[i] >> 31;
            at[i] = at[i] & ~found | frame & found;
        }
    }

    private void last(int[] key, int frame) {
        for (int i = 0; i < at.length; i++) {
            int found = Keys.mask(key[i], rule.limit());
            at[i] = at[i] & ~found | frame & found;
        }
    }

    @Override
    public void merge(Arrival other) {
        for (int i = 0; i < at.length; i++) {
            boolean take = switch (rule.end()) {
                case FIRST -> at[i] == NEVER;
                case LAST -> other.at[i] != NEVER;
            };
            at[i] = take ? other.at[i] : at[i];
        }
    }

    @Override
    public Result result() {
        float[] times = new float[at.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = at[i] == NEVER ? Float.NaN : (float) rule.time().applyAsDouble(at[i]);
        }
        return Rows.of(window, times);
    }
}
