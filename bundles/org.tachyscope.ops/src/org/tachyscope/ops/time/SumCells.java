package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Sums floats in doubles. */
final class SumCells implements Cells<double[]> {

    private final Tile tile;
    private final boolean mean;
    private final float[] floats;

    SumCells(Tile tile, boolean mean) {
        this.tile = tile;
        this.mean = mean;
        floats = new float[tile.samples()];
    }

    @Override
    public double[] make() {
        return new double[tile.samples()];
    }

    @Override
    public void load(long frame, double[] to) throws IOException {
        tile.read(frame, floats);
        set(floats, to);
    }

    @Override
    public void append(double[] to, long frame) throws IOException {
        tile.read(frame, floats);
        add(floats, to);
    }

    private static void set(float[] value, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = value[i];
        }
    }

    private static void add(float[] value, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += value[i];
        }
    }

    @Override
    public void prepend(long frame, double[] late, double[] to) throws IOException {
        tile.read(frame, floats);
        prepend(floats, late, to);
    }

    private static void prepend(float[] value, double[] late, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = value[i] + late[i];
        }
    }

    @Override
    public void combine(double[] early, double[] late, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = early[i] + late[i];
        }
    }

    @Override
    public void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    @Override
    public void write(double[] values, long count, MemorySegment out) {
        scale(values, factor(count), floats);
        tile.writeComputed(floats, out);
    }

    private static void scale(double[] sums, double factor, float[] to) {
        for (int i = 0; i < sums.length; i++) {
            to[i] = (float) (sums[i] * factor);
        }
    }

    /** Does in one loop what the three steps of the default do. */
    @Override
    public void write(double[] early, double[] middle, double[] late, long count, MemorySegment out, double[] scratch) {
        scale(early, middle, late, factor(count), floats);
        tile.writeComputed(floats, out);
    }

    private static void scale(double[] early, double[] middle, double[] late, double factor, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (float) ((early[i] + middle[i] + late[i]) * factor);
        }
    }

    /** Returns what a sum is multiplied by: half an ulp of a double off the quotient, where a float keeps 29 bits less. */
    private double factor(long count) {
        return mean ? 1.0 / count : 1;
    }
}
