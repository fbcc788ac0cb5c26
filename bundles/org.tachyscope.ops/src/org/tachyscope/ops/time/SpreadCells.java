package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * Computes means and sums of squared deviations in doubles, and combines those of two sets of frames by the formula of T. F.
 * Chan, G. H. Golub and R. J. LeVeque (1979), which loses nothing to a large offset. A value that isn't finite makes the sum of
 * squares NaN.
 */
final class SpreadCells implements Cells<SpreadCells.Spread> {

    private final Tile tile;
    private final float[] floats;

    SpreadCells(Tile tile) {
        this.tile = tile;
        floats = new float[tile.samples()];
    }

    /** Holds the mean and the sum of squared deviations from it, of {@code count} frames. */
    static final class Spread {
        private final double[] mean;
        private final double[] squares;
        private double count;

        Spread(int samples) {
            mean = new double[samples];
            squares = new double[samples];
        }
    }

    @Override
    public Spread make() {
        return new Spread(tile.samples());
    }

    @Override
    public void load(long frame, Spread to) throws IOException {
        tile.read(frame, floats);
        single(floats, to.mean, to.squares);
        to.count = 1;
    }

    private static void single(float[] values, double[] mean, double[] squares) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] = values[i];
            squares[i] = values[i] - values[i];
        }
    }

    @Override
    public void append(Spread to, long frame) throws IOException {
        tile.read(frame, floats);
        to.count++;
        append(floats, to.mean, to.squares, 1 / to.count);
    }

    private static void append(float[] values, double[] mean, double[] squares, double share) {
        for (int i = 0; i < mean.length; i++) {
            double old = mean[i];
            double far = values[i] - old;
            double now = old + far * share;
            mean[i] = now;
            squares[i] += far * (values[i] - now);
        }
    }

    @Override
    public void combine(Spread early, Spread late, Spread to) {
        double count = early.count + late.count;
        double share = late.count / count;
        squares(early, late, to.squares, early.count * share);
        means(early, late, to.mean, share);
        to.count = count;
    }

    private static void squares(Spread early, Spread late, double[] to, double weight) {
        double[] one = early.mean;
        double[] other = late.mean;
        double[] ones = early.squares;
        double[] others = late.squares;
        for (int i = 0; i < to.length; i++) {
            double far = other[i] - one[i];
            to[i] = ones[i] + others[i] + far * far * weight;
        }
    }

    private static void means(Spread early, Spread late, double[] to, double share) {
        double[] one = early.mean;
        double[] other = late.mean;
        for (int i = 0; i < to.length; i++) {
            to[i] = one[i] + (other[i] - one[i]) * share;
        }
    }

    @Override
    public void copy(Spread from, Spread to) {
        System.arraycopy(from.mean, 0, to.mean, 0, to.mean.length);
        System.arraycopy(from.squares, 0, to.squares, 0, to.squares.length);
        to.count = from.count;
    }

    @Override
    public void write(Spread values, long count, MemorySegment out) {
        roots(values.squares, count, floats);
        tile.writeComputed(floats, out);
    }

    private static void roots(double[] squares, double count, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (float) Math.sqrt(squares[i] / count);
        }
    }
}
