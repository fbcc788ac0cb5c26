package org.tachyscope.ops.space;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/**
 * Turns a frame by any angle, bilinear. A pixel of the result lies at (u, v) from the result's centre, to the right and downwards;
 * it comes from (u · cos − v · sin, u · sin + v · cos) from the input's centre.
 *
 * @param to the result's shape
 */
record Turn(Shape to, PixelType type, double cos, double sin, double fill) implements FrameByFrame.Step {

    /** Takes a point that rounding moved so far outside for one on the border. */
    private static final double SLACK = 1e-6;

    static Turn of(Shape from, PixelType type, Rotate.Params params) {
        double cos = Math.cos(Math.toRadians(params.angle()));
        double sin = Math.sin(Math.toRadians(params.angle()));
        Shape to = switch (params.canvas()) {
            case SAME -> from;
            case WHOLE ->
                new Shape(
                        from.frames(),
                        length(from.height(), cos, from.width(), sin),
                        length(from.width(), cos, from.height(), sin),
                        from.channels());
        };
        return new Turn(to, type, cos, sin, params.fill());
    }

    private static int length(int own, double cos, int other, double sin) {
        return (int) Math.ceil(own * Math.abs(cos) + other * Math.abs(sin) - SLACK);
    }

    @Override
    public void compute(Frame in, MemorySegment out) {
        double[] row = new double[to.samplesPerRow()];
        double right = in.width() - 1;
        double bottom = in.height() - 1;
        for (int i = 0; i < to.height(); i++) {
            double v = i - (to.height() - 1) / 2.0;
            for (int j = 0; j < to.width(); j++) {
                double u = j - (to.width() - 1) / 2.0;
                double x = u * cos - v * sin + right / 2;
                double y = u * sin + v * cos + bottom / 2;
                boolean inside = x >= -SLACK && y >= -SLACK && x <= right + SLACK && y <= bottom + SLACK;
                for (int c = 0; c < to.channels(); c++) {
                    row[j * to.channels() + c] =
                            inside ? sample(in, Math.clamp(x, 0, right), Math.clamp(y, 0, bottom), c) : fill;
                }
            }
            Rows.store(row, type, out, (long) i * row.length, row.length);
        }
    }

    /** Interpolates inside the frame. Neighbours without a weight aren't looked at. */
    private double sample(Frame in, double x, double y, int channel) {
        int column = (int) x;
        int row = (int) y;
        double fx = x - column;
        double fy = y - row;
        long at = ((long) row * in.width() + column) * in.channels() + channel;
        long below = fy == 0 ? at : at + (long) in.width() * in.channels();
        int next = fx == 0 ? 0 : in.channels();
        return mix(
                mix(value(in, at), value(in, at + next), fx), mix(value(in, below), value(in, below + next), fx), fy);
    }

    private double value(Frame in, long at) {
        return type.get(in.pixels(), at);
    }

    private static double mix(double a, double b, double f) {
        return f == 0 ? a : (1 - f) * a + f * b;
    }
}
