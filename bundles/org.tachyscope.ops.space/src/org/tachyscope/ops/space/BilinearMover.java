package org.tachyscope.ops.space;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.tachyscope.api.data.Frame;

/** Interpolates between four neighbours in float64. Neighbours without a weight aren't looked at. */
final class BilinearMover implements Mover {

    private final double fill;

    BilinearMover(double fill) {
        this.fill = fill;
    }

    @Override
    public void move(Frame in, double x, double y, MemorySegment out) {
        int count = in.width() * in.channels();
        double[] upper = new double[count];
        double[] lower = new double[count];
        double[] row = new double[count];
        Span rows = Span.inside(in.height(), y);
        int down = (int) Math.floor(y);
        double part = y - down;
        for (int i = 0; i < in.height(); i++) {
            if (rows.holds(i)) {
                int top = Math.clamp(i + down, 0, in.height() - 1);
                Rows.load(in.type(), in.pixels(), (long) top * count, count, upper);
                if (part > 0) {
                    int next = Math.min(top + 1, in.height() - 1);
                    Rows.load(in.type(), in.pixels(), (long) next * count, count, lower);
                    mix(upper, lower, part);
                }
                along(upper, in.channels(), x, row);
            } else {
                Arrays.fill(row, fill);
            }
            Rows.store(row, in.type(), out, (long) i * count, count);
        }
    }

    private static void mix(double[] upper, double[] lower, double part) {
        for (int j = 0; j < upper.length; j++) {
            upper[j] = (1 - part) * upper[j] + part * lower[j];
        }
    }

    private void along(double[] from, int channels, double x, double[] row) {
        Span columns = Span.inside(from.length / channels, x);
        int right = (int) Math.floor(x) * channels;
        double part = x - Math.floor(x);
        int first = columns.first() * channels;
        int end = columns.end() * channels;
        Arrays.fill(row, 0, first, fill);
        for (int j = first; j < end; j++) {
            int left = Math.clamp(j + right, j % channels, from.length - channels + j % channels);
            int next = Math.min(left + channels, from.length - channels + j % channels);
            row[j] = part > 0 ? (1 - part) * from[left] + part * from[next] : from[left];
        }
        Arrays.fill(row, end, row.length, fill);
    }

    @Override
    public void close() {}
}
