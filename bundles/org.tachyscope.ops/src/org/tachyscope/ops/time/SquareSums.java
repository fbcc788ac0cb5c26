package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Sums integers and their squares, exactly in doubles, and makes √(n Σx² − (Σx)²) / n of them. Both products are taken with
 * twice a double's precision, so the root is within 2 ulp of a double before it is rounded to a float.
 */
final class SquareSums implements Running {

    private final Tile tile;
    private final double[] sums;
    private final double[] squares;
    private final float[] entering;
    private final float[] leaving;

    SquareSums(Tile tile) {
        this.tile = tile;
        sums = new double[tile.samples()];
        squares = new double[tile.samples()];
        entering = new float[tile.samples()];
        leaving = new float[tile.samples()];
    }

    @Override
    public void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
    }

    @Override
    public void add(long frame) throws IOException {
        tile.read(frame, entering);
        Arrays.fill(leaving, 0);
        move();
    }

    @Override
    public void remove(long frame) throws IOException {
        tile.read(frame, leaving);
        Arrays.fill(entering, 0);
        move();
    }

    @Override
    public void replace(long out, long in) throws IOException {
        tile.read(out, leaving);
        tile.read(in, entering);
        move();
    }

    private void move() {
        move(sums, leaving, entering);
        moveSquares(squares, leaving, entering);
    }

    private static void move(double[] sums, float[] leaving, float[] entering) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += entering[i] - leaving[i];
        }
    }

    /** Squares of integers below 2¹⁶ are exact in a double. */
    private static void moveSquares(double[] squares, float[] leaving, float[] entering) {
        for (int i = 0; i < squares.length; i++) {
            double in = entering[i];
            double out = leaving[i];
            squares[i] += in * in - out * out;
        }
    }

    @Override
    public void write(long count, MemorySegment out) {
        roots(sums, squares, count, leaving);
        tile.write(leaving, out);
    }

    /** A product p of doubles is exactly p + fma(a, b, −p). */
    private static void roots(double[] sums, double[] squares, double n, float[] to) {
        for (int i = 0; i < to.length; i++) {
            double sum = sums[i];
            double first = n * squares[i];
            double second = sum * sum;
            double rest = Math.fma(n, squares[i], -first) - Math.fma(sum, sum, -second);
            to[i] = (float) (Math.sqrt(first - second + rest) / n);
        }
    }
}
