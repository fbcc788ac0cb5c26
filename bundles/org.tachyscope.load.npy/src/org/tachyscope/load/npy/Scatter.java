package org.tachyscope.load.npy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Copies single frames out of an array whose axes come in another order than a stack's, in tiles, so that lines of the cache that
 * cross the rows of a frame are read once. Safe for any thread.
 *
 * @param data all samples
 * @param view where they lie
 * @param bytes size of a sample: 1, 2, 4, 8 or 16
 */
record Scatter(MemorySegment data, View view, int bytes) {

    private static final int TILE = 32;

    /** Copies one frame into {@code out}, in C order. */
    void frame(long index, MemorySegment out) {
        if (view.rowsAreDense()) {
            rows(index, out);
            return;
        }
        int height = view.shape().height();
        int columns = view.shape().samplesPerRow();
        for (int y = 0; y < height; y += TILE) {
            for (int x = 0; x < columns; x += TILE) {
                tile(index, out, y, Math.min(y + TILE, height), x, Math.min(x + TILE, columns));
            }
        }
    }

    private void rows(long index, MemorySegment out) {
        long row = (long) view.shape().samplesPerRow() * bytes;
        for (int y = 0; y < view.shape().height(); y++) {
            MemorySegment.copy(data, view.at(index, y, 0, 0) * bytes, out, y * row, row);
        }
    }

    private void tile(long index, MemorySegment out, int top, int bottom, int left, int right) {
        int channels = view.shape().channels();
        for (int y = top; y < bottom; y++) {
            long to = (long) y * view.shape().samplesPerRow();
            for (int x = left; x < right; x++) {
                sample(view.at(index, y, x / channels, x % channels) * bytes, out, (to + x) * bytes);
            }
        }
    }

    private void sample(long from, MemorySegment out, long to) {
        switch (bytes) {
            case 1 -> out.set(ValueLayout.JAVA_BYTE, to, data.get(ValueLayout.JAVA_BYTE, from));
            case 2 -> out.set(ValueLayout.JAVA_SHORT_UNALIGNED, to, data.get(ValueLayout.JAVA_SHORT_UNALIGNED, from));
            case 4 -> out.set(ValueLayout.JAVA_INT_UNALIGNED, to, data.get(ValueLayout.JAVA_INT_UNALIGNED, from));
            case 8 -> out.set(ValueLayout.JAVA_LONG_UNALIGNED, to, data.get(ValueLayout.JAVA_LONG_UNALIGNED, from));
            case 16 -> MemorySegment.copy(data, from, out, to, 16);
            default -> throw new IllegalStateException("samples of " + bytes + " bytes");
        }
    }
}
