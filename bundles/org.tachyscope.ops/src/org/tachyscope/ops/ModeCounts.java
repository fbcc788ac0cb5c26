package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Window;

/** Counts the values of every U8 sample, in 1 KiB a sample. */
final class ModeCounts implements Accumulator<ModeCounts> {

    private static final int LEVELS = 256;

    /** Samples whose counters stay in the second-level cache while a block's frames go by. */
    private static final int NEAR = 512;

    private final Window window;
    private final int[] counts;
    private final byte[] values = new byte[NEAR];

    ModeCounts(Window window) {
        this.window = window;
        counts = new int[Math.multiplyExact(window.samplesPerFrame(), LEVELS)];
    }

    @Override
    public void add(Block block) {
        int samples = window.samplesPerFrame();
        for (int first = 0; first < samples; first += NEAR) {
            int count = Math.min(NEAR, samples - first);
            for (long t = 0; t < block.window().frames(); t++) {
                MemorySegment.copy(block.pixels(), JAVA_BYTE, t * block.frameStride() + first, values, 0, count);
                count(first, count);
            }
        }
    }

    private void count(int first, int samples) {
        for (int i = 0; i < samples; i++) {
            counts[(first + i) * LEVELS + (values[i] & 0xff)]++;
        }
    }

    @Override
    public void merge(ModeCounts other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    @Override
    public Result result() {
        int samples = window.samplesPerFrame();
        MemorySegment modes = Arena.ofAuto().allocate(samples, 64);
        for (int i = 0; i < samples; i++) {
            modes.set(JAVA_BYTE, i, (byte) mode(i * LEVELS));
        }
        return new Frame(window.rows(), window.stack().width(), window.stack().channels(), PixelType.U8, modes);
    }

    private int mode(int from) {
        int best = 0;
        for (int value = 1; value < LEVELS; value++) {
            best = counts[from + value] > counts[from + best] ? value : best;
        }
        return best;
    }
}
