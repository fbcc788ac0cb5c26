package org.tachyscope.api.fold;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Set;
import org.tachyscope.api.data.PixelType;

/**
 * Folds rows one sample at a time.
 *
 * @param type of the samples
 */
record PlainColumns(PixelType type) implements Block.Columns {

    @Override
    public Moments fold(MemorySegment pixels, Block.Rows rows, Set<Moment> needs) {
        int n = rows.samples();
        double[] sum = new double[n];
        double[] deviations = new double[n];
        long[] exactSum = new long[n];
        long[] squares = new long[n];
        MemorySegment min = Arena.ofAuto().allocate((long) n * type.bytes(), 8);
        MemorySegment max = Arena.ofAuto().allocate((long) n * type.bytes(), 8);
        for (int i = 0; i < n; i++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int row = 0; row < rows.count(); row++) {
                double x = value(pixels, rows, row, i);
                sum[i] += x;
                exactSum[i] += (long) x;
                squares[i] += (long) x * (long) x;
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
            put(min, i, low);
            put(max, i, high);
            for (int row = 0; row < rows.count(); row++) {
                double off = value(pixels, rows, row, i) - sum[i] / rows.count();
                deviations[i] += off * off;
            }
        }
        return type == PixelType.F32
                ? new Moments.Floating(rows.count(), n, sum, deviations, min, max)
                : new Moments.Exact(rows.count(), n, exactSum, squares, min, max);
    }

    private double value(MemorySegment pixels, Block.Rows rows, int row, int sample) {
        long at = rows.at() + row * rows.stride();
        return type.get(pixels.asSlice(at), sample);
    }

    private void put(MemorySegment samples, int i, double value) {
        switch (type) {
            case U8 -> samples.set(ValueLayout.JAVA_BYTE, i, (byte) (int) value);
            case U16 -> samples.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) (int) value);
            case F32 -> samples.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) value);
        }
    }
}
