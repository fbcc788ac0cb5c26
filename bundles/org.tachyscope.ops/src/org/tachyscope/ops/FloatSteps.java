package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.api.fold.Window;

/** Averages |x(t) − x(t − 1)| of F32 in float64, in 28 bytes a sample. */
final class FloatSteps implements Accumulator<FloatSteps> {

    private final Window window;
    private final NanRule nan;
    private final float[] x;
    private final float[] first;
    private final float[] last;
    private final double[] sum;
    private final double[] pairs;
    private long frames;

    FloatSteps(Window window, NanRule nan) {
        this.window = window;
        this.nan = nan;
        int samples = window.samplesPerFrame();
        x = new float[samples];
        first = new float[samples];
        last = new float[samples];
        sum = new double[samples];
        pairs = new double[samples];
    }

    @Override
    public void add(Block block) {
        for (long t = 0; t < block.window().frames(); t++) {
            MemorySegment.copy(block.pixels(), JAVA_FLOAT_UNALIGNED, t * block.frameStride(), x, 0, x.length);
            step(x);
            System.arraycopy(x, 0, last, 0, x.length);
            frames++;
        }
    }

    /** Adds the differences from the last frame to {@code next}, if there is a last one. */
    private void step(float[] next) {
        if (frames == 0) {
            System.arraycopy(next, 0, first, 0, next.length);
            return;
        }
        switch (nan) {
            case PROPAGATE -> all(next);
            case IGNORE -> known(next);
        }
    }

    private void all(float[] next) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += Math.abs((double) next[i] - last[i]);
        }
        for (int i = 0; i < pairs.length; i++) {
            pairs[i]++;
        }
    }

    private void known(float[] next) {
        for (int i = 0; i < sum.length; i++) {
            if (!Float.isNaN(next[i]) && !Float.isNaN(last[i])) {
                sum[i] += Math.abs((double) next[i] - last[i]);
                pairs[i]++;
            }
        }
    }

    @Override
    public void merge(FloatSteps other) {
        if (other.frames == 0) {
            return;
        }
        step(other.first);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.sum[i];
            pairs[i] += other.pairs[i];
        }
        System.arraycopy(other.last, 0, last, 0, last.length);
        frames += other.frames;
    }

    @Override
    public Result result() {
        float[] row = new float[sum.length];
        Quotients.ofFloats(sum, pairs, row);
        return Rows.of(window, row);
    }
}
