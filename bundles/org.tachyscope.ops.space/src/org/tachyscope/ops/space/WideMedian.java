package org.tachyscope.ops.space;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/**
 * Takes medians of U16 and F32 over squares of any size, exactly: the frame's values are replaced by their ranks among all
 * different values, and the ranks in the square are counted while it slides along a row (Huang, Yang and Tang 1979). The time
 * grows with the radius, not with its square.
 */
final class WideMedian implements FrameByFrame.Worker {

    private static final int NAN = -1;

    private final Shape shape;
    private final PixelType type;
    private final int radius;
    private final int[] keys;
    private final Counts counts;
    private float[] values = {};
    private int nans;

    WideMedian(Shape shape, PixelType type, int radius) {
        this.shape = shape;
        this.type = type;
        this.radius = radius;
        keys = new int[shape.height() * shape.width()];
        counts = new Counts(levels(shape, type));
    }

    private static int levels(Shape shape, PixelType type) {
        return type == PixelType.F32 ? shape.height() * shape.width() : 1 << 16;
    }

    /** Returns the memory that one takes. */
    static long bytes(Shape shape, PixelType type) {
        long ranking = type == PixelType.F32 ? 4L * shape.height() * shape.width() : 0;
        return 4L * shape.height() * shape.width() + ranking + Counts.bytes(levels(shape, type));
    }

    @Override
    public void compute(Frame in, MemorySegment out) {
        for (int c = 0; c < shape.channels(); c++) {
            rank(in, c);
            for (int i = 0; i < shape.height(); i++) {
                slide(i, c, out);
            }
        }
    }

    private void rank(Frame in, int channel) {
        if (type == PixelType.F32) {
            rankFloats(in.pixels(), channel);
            return;
        }
        for (int k = 0; k < keys.length; k++) {
            keys[k] = in.pixels().get(JAVA_SHORT_UNALIGNED, 2 * at(k, channel)) & 0xffff;
        }
    }

    private void rankFloats(MemorySegment pixels, int channel) {
        float[] sorted = new float[keys.length];
        for (int k = 0; k < keys.length; k++) {
            sorted[k] = pixels.get(JAVA_FLOAT_UNALIGNED, 4 * at(k, channel));
        }
        Arrays.sort(sorted); // NaN come last
        int different = 0;
        for (float value : sorted) {
            if (!Float.isNaN(value) && (different == 0 || Float.compare(value, sorted[different - 1]) != 0)) {
                sorted[different++] = value;
            }
        }
        values = Arrays.copyOf(sorted, different);
        for (int k = 0; k < keys.length; k++) {
            float value = pixels.get(JAVA_FLOAT_UNALIGNED, 4 * at(k, channel));
            keys[k] = Float.isNaN(value) ? NAN : Arrays.binarySearch(values, value);
        }
    }

    private long at(int pixel, int channel) {
        return (long) pixel * shape.channels() + channel;
    }

    /** Takes the medians of one row, and leaves nothing counted. */
    private void slide(int row, int channel, MemorySegment out) {
        int side = 2 * radius + 1;
        for (int j = -radius; j < radius; j++) {
            count(row, j, 1);
        }
        for (int j = 0; j < shape.width(); j++) {
            count(row, j + radius, 1);
            put(out, at(row * shape.width() + j, channel), side * side / 2);
            count(row, j - radius, -1);
        }
        for (int j = shape.width() - radius; j < shape.width() + radius; j++) {
            count(row, j, -1);
        }
    }

    /** Counts a column of the square, or takes it off. Outside the frame the nearest pixel is taken. */
    private void count(int row, int column, int times) {
        int j = Math.clamp(column, 0, shape.width() - 1);
        for (int i = row - radius; i <= row + radius; i++) {
            int key = keys[Math.clamp(i, 0, shape.height() - 1) * shape.width() + j];
            if (key == NAN) {
                nans += times;
            } else {
                counts.add(key, times);
            }
        }
    }

    private void put(MemorySegment out, long at, int rank) {
        if (type == PixelType.F32) {
            out.set(JAVA_FLOAT_UNALIGNED, 4 * at, nans > 0 ? Float.NaN : values[counts.ofRank(rank)]);
        } else {
            out.set(JAVA_SHORT_UNALIGNED, 2 * at, (short) counts.ofRank(rank));
        }
    }

    @Override
    public void close() {}
}
