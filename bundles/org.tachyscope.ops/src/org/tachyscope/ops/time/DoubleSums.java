package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Sums integers in doubles, exactly: all sums stay below 2⁵³. Rounding the quotient to double and then to float is correct
 * rounding for fewer than 2²⁹ frames, because a quotient of integers that isn't half-way between two floats is too far from
 * there for the first rounding to reach it.
 */
final class DoubleSums implements Running {

    private final Tile tile;
    private final boolean mean;
    private final double[] sums;
    private final float[] entering;
    private final float[] leaving;

    DoubleSums(Tile tile, boolean mean) {
        this.tile = tile;
        this.mean = mean;
        sums = new double[tile.samples()];
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
        Arrays.fill(leaving, 0);
        move(sums, leaving, entering);
    }

    @Override
    public void remove(long frame) throws IOException {
        tile.read(frame, leaving);
        Arrays.fill(entering, 0);
        move(sums, leaving, entering);
    }

    @Override
    public void replace(long out, long in) throws IOException {
        tile.read(out, leaving);
        tile.read(in, entering);
        move(sums, leaving, entering);
    }

    /** The difference of two integers below 2¹⁶ is exact in a float. */
    private static void move(double[] sums, float[] leaving, float[] entering) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += entering[i] - leaving[i];
        }
    }

    @Override
    public void write(long count, MemorySegment out) {
        divide(sums, mean ? count : 1, leaving);
        tile.write(leaving, out);
    }

    private static void divide(double[] sums, double count, float[] to) {
        for (int i = 0; i < sums.length; i++) {
            to[i] = (float) (sums[i] / count);
        }
    }
}
