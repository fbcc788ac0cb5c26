package org.tachyscope.ops;

import java.util.Arrays;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Window;

/** Averages |x(t) − x(t − 1)| of U8 and U16 exactly, in 28 bytes a sample. */
final class IntegerSteps implements Accumulator<IntegerSteps> {

    /** So many differences of at most 65535 fit 31 bits. */
    private static final int FLUSH = 32_768;

    private final Window window;
    private final Keys keys;
    private final int[] first;
    private final int[] last;
    private final int[] part;
    private final long[] total;
    private int partial;
    private long frames;

    IntegerSteps(Window window) {
        this.window = window;
        int samples = window.samplesPerFrame();
        keys = new Keys(window, Keys.Order.RISING, Keys.TOP);
        first = new int[samples];
        last = new int[samples];
        part = new int[samples];
        total = new long[samples];
    }

    @Override
    public void add(Block block) {
        for (long t = 0; t < block.window().frames(); t++) {
            int[] x = keys.of(block, t);
            if (frames == 0) {
                System.arraycopy(x, 0, first, 0, x.length);
            } else {
                step(x);
            }
            System.arraycopy(x, 0, last, 0, x.length);
            frames++;
        }
    }

    /** Adds the differences from the last frame to {@code x}. */
    private void step(int[] x) {
        for (int i = 0; i < part.length; i++) {
            part[i] += Math.abs(x[i] - last[i]);
        }
        partial++;
        if (partial == FLUSH) {
            flush();
        }
    }

    private void flush() {
        for (int i = 0; i < part.length; i++) {
            total[i] += part[i];
        }
        Arrays.fill(part, 0);
        partial = 0;
    }

    @Override
    public void merge(IntegerSteps other) {
        if (other.frames == 0) {
            return;
        }
        if (frames == 0) {
            System.arraycopy(other.first, 0, first, 0, first.length);
        } else {
            step(other.first);
        }
        other.flush();
        for (int i = 0; i < total.length; i++) {
            total[i] += other.total[i];
        }
        System.arraycopy(other.last, 0, last, 0, last.length);
        frames += other.frames;
    }

    @Override
    public Result result() {
        flush();
        float[] row = new float[total.length];
        Quotients.ofIntegers(total, frames - 1, row);
        return Rows.of(window, row);
    }
}
