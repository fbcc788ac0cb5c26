package org.tachyscope.ops.time;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Finds medians of bytes: counts how often a sample has each value, and moves a pointer to the middle one (T. S. Huang, 1981).
 * The pointer moves as far as the median does, whatever the window.
 */
final class Histograms implements Running {

    /** Number of values that a byte has. */
    static final int VALUES = 256;

    private final Tile tile;
    private final int[] counts;
    private final int[] value;
    private final int[] below;
    private final byte[] samples;
    private final float[] medians;

    Histograms(Tile tile) {
        this.tile = tile;
        counts = new int[tile.samples() * VALUES];
        value = new int[tile.samples()];
        below = new int[tile.samples()];
        samples = new byte[tile.samples()];
        medians = new float[tile.samples()];
    }

    @Override
    public void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(value, 0);
        Arrays.fill(below, 0);
    }

    @Override
    public void add(long frame) throws IOException {
        count(frame, 1);
    }

    @Override
    public void remove(long frame) throws IOException {
        count(frame, -1);
    }

    @Override
    public void replace(long leaving, long entering) throws IOException {
        count(leaving, -1);
        count(entering, 1);
    }

    private void count(long frame, int times) throws IOException {
        MemorySegment.copy(tile.raw(frame), JAVA_BYTE, 0, samples, 0, samples.length);
        for (int i = 0; i < samples.length; i++) {
            int sample = samples[i] & 0xff;
            counts[i * VALUES + sample] += times;
            below[i] += sample < value[i] ? times : 0;
        }
    }

    @Override
    public void write(long count, MemorySegment out) {
        for (int i = 0; i < medians.length; i++) {
            int low = at(i, (count - 1) / 2);
            int high = count % 2 == 1 || below[i] + counts[i * VALUES + low] > count / 2 ? low : next(i, low);
            medians[i] = (low + high) / 2f;
        }
        tile.write(medians, out);
    }

    /** Moves the pointer to the value with {@code rank} values before it, in order of size. */
    private int at(int sample, long rank) {
        int base = sample * VALUES;
        int at = value[sample];
        int before = below[sample];
        while (before > rank) {
            before -= counts[base + --at];
        }
        while (before + counts[base + at] <= rank) {
            before += counts[base + at++];
        }
        value[sample] = at;
        below[sample] = before;
        return at;
    }

    private int next(int sample, int after) {
        int at = after + 1;
        while (counts[sample * VALUES + at] == 0) {
            at++;
        }
        return at;
    }
}
