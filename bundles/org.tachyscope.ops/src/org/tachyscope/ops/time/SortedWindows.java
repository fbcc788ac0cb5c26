package org.tachyscope.ops.time;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Finds medians in each sample's window, which is kept sorted: a value enters and another leaves by moving those between their
 * places. Floats are sorted as integers of the same order, NaN behind all others.
 */
final class SortedWindows implements Running {

    /** What {@link #NAN} is as an integer of the same order. */
    private static final int NAN = 0x7fc00000;

    private final Tile tile;
    private final int width;
    private final int[] sorted;
    private final int[] entering;
    private final int[] leaving;
    private final float[] medians;
    private int count;

    SortedWindows(Tile tile, int width) {
        this.tile = tile;
        this.width = width;
        sorted = new int[Math.multiplyExact(tile.samples(), width)];
        entering = new int[tile.samples()];
        leaving = new int[tile.samples()];
        medians = new float[tile.samples()];
    }

    @Override
    public void clear() {
        count = 0;
    }

    @Override
    public void add(long frame) throws IOException {
        keys(frame, entering);
        for (int i = 0; i < entering.length; i++) {
            int base = i * width;
            int place = place(base, base + count, entering[i]);
            System.arraycopy(sorted, place, sorted, place + 1, base + count - place);
            sorted[place] = entering[i];
        }
        count++;
    }

    @Override
    public void remove(long frame) throws IOException {
        keys(frame, leaving);
        for (int i = 0; i < leaving.length; i++) {
            int base = i * width;
            int place = place(base, base + count, leaving[i]);
            System.arraycopy(sorted, place + 1, sorted, place, base + count - place - 1);
        }
        count--;
    }

    @Override
    public void replace(long out, long in) throws IOException {
        keys(out, leaving);
        keys(in, entering);
        for (int i = 0; i < entering.length; i++) {
            int base = i * width;
            replace(base, base + count, leaving[i], entering[i]);
        }
    }

    private void replace(int from, int to, int out, int in) {
        int hole = place(from, to, out);
        if (in > out) {
            int place = place(hole + 1, to, in);
            System.arraycopy(sorted, hole + 1, sorted, hole, place - 1 - hole);
            sorted[place - 1] = in;
        } else {
            int place = place(from, hole, in);
            System.arraycopy(sorted, place, sorted, place + 1, hole - place);
            sorted[place] = in;
        }
    }

    /** Returns the first place whose value isn't less, or {@code to}. */
    private int place(int from, int to, int key) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void keys(long frame, int[] to) throws IOException {
        MemorySegment from = tile.raw(frame);
        switch (tile.type()) {
            case U8 -> Arrays.setAll(to, i -> from.get(JAVA_BYTE, i) & 0xff);
            case U16 -> Arrays.setAll(to, i -> from.get(JAVA_SHORT_UNALIGNED, 2L * i) & 0xffff);
            case F32 -> Arrays.setAll(to, i -> key(from.get(JAVA_INT_UNALIGNED, 4L * i)));
        }
    }

    private static int key(int bits) {
        boolean nan = (bits & 0x7fffffff) > 0x7f800000;
        return nan ? NAN : bits ^ (bits >> 31 & 0x7fffffff);
    }

    private float value(int key) {
        return switch (tile.type()) {
            case U8, U16 -> key;
            case F32 -> Float.intBitsToFloat(key ^ (key >> 31 & 0x7fffffff));
        };
    }

    @Override
    public void write(long size, MemorySegment out) {
        for (int i = 0; i < medians.length; i++) {
            int base = i * width;
            float high = value(sorted[base + count / 2]);
            float low = value(sorted[base + (count - 1) / 2]);
            float largest = value(sorted[base + count - 1]);
            medians[i] = Float.isNaN(largest) ? Float.NaN : count % 2 == 1 ? high : (float) (((double) low + high) / 2);
        }
        tile.writeComputed(medians, out);
    }
}
