package org.tachyscope.ops.space;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/**
 * Scales frames by taking the pixel in which the new pixel's centre lies: ⌊(2j + 1) · old / (2 · new)⌋ in integers, so that a
 * centre on an edge is the right or lower pixel's. OpenCV rounds the steps between pixels, and misses centres on edges.
 */
record Nearest(Shape to, PixelType type) implements FrameByFrame.Step {

    @Override
    public void compute(Frame in, MemorySegment out) {
        int[] columns = places(in.width(), to.width());
        int[] rows = places(in.height(), to.height());
        int channels = to.channels();
        double[] from = new double[in.width() * channels];
        double[] row = new double[to.samplesPerRow()];
        for (int i = 0; i < rows.length; i++) {
            Rows.load(type, in.pixels(), (long) rows[i] * from.length, from.length, from);
            for (int j = 0; j < columns.length; j++) {
                for (int c = 0; c < channels; c++) {
                    row[j * channels + c] = from[columns[j] * channels + c];
                }
            }
            Rows.store(row, type, out, (long) i * row.length, row.length);
        }
    }

    private static int[] places(int old, int count) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = (int) ((2L * i + 1) * old / (2L * count));
        }
        return places;
    }
}
