package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Sums integers in floats, exactly: all sums stay below 2²⁴, where float division also rounds the mean correctly. */
final class FloatSums implements Running {

    private final Tile tile;
    private final boolean mean;
    private final float[] sums;
    private final float[] entering;
    private final float[] leaving;

    FloatSums(Tile tile, boolean mean) {
        this.tile = tile;
        this.mean = mean;
        sums = new float[tile.samples()];
        entering = new float[tile.samples()];
        leaving = new float[tile.samples()];
    }

    @Override
    public void clear() {
        Arrays.fill(sums, 0);
    }

    @Override
    public void add(long frame) throws IOException {
        tile.read(frame, entering);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += entering[i];
        }
    }

    @Override
    public void remove(long frame) throws IOException {
        tile.read(frame, leaving);
        for (int i = 0; i < sums.length; i++) {
            sums[i] -= leaving[i];
        }
    }

    @Override
    public void replace(long out, long in) throws IOException {
        tile.read(out, leaving);
        tile.read(in, entering);
        move(sums, leaving, entering);
    }

    @Override
    public void slide(long out, long in, long count, MemorySegment to) throws IOException {
        if (!tile.slide(out, in, sums, mean ? count : 1, to)) {
            replace(out, in);
            write(count, to);
        }
    }

    private static void move(float[] sums, float[] leaving, float[] entering) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += entering[i] - leaving[i];
        }
    }

    @Override
    public void write(long count, MemorySegment out) {
        if (mean) {
            divide(sums, count, leaving);
            tile.write(leaving, out);
        } else {
            tile.write(sums, out);
        }
    }

    private static void divide(float[] sums, float count, float[] to) {
        for (int i = 0; i < sums.length; i++) {
            to[i] = sums[i] / count;
        }
    }
}
