package org.tachyscope.load.npy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.tachyscope.api.data.Shape;

/**
 * Copies frames out of an array whose fastest axis is time, such as one in Fortran order:
 *
 * <pre>
 *   file:  t t t t … │ next row │ …         all times of one pixel lie together
 *   out:   rows of frame t │ rows of frame t + 1 │ …
 * </pre>
 *
 * A cache line of the file holds one pixel at 64 / size times, so one frame alone costs as many cache lines as 64 / size
 * frames. Frames are therefore copied many at a time, in tiles: runs of up to {@value #RUN} samples along the file's fast
 * axis, {@value #COLUMNS} of them side by side, into a scratch that stays in the cache, and from there along the stack's
 * fast axis. Every cache line of the file is read once, whatever power of two the strides are.
 *
 * <p>Safe for any thread.
 */
final class FortranGather {

    private static final int RUN = 128;
    private static final int COLUMNS = 64;

    /** Bounds the scratch, which must stay in the second-level cache. */
    private static final int SCRATCH = 128 << 10;

    /** Puts neighbouring columns of the scratch into different sets of the cache, whatever their length. */
    private static final int LINE = 64;

    private final MemorySegment data;
    private final Shape shape;
    private final View view;
    private final int bytes;

    /**
     * Describes the array.
     *
     * @param data all samples
     * @param view where they lie, with T the fastest
     * @param bytes size of a sample: 1, 2, 4, 8 or 16
     */
    FortranGather(MemorySegment data, View view, int bytes) {
        this.data = data;
        this.view = view;
        this.shape = view.shape();
        this.bytes = bytes;
    }

    /** Copies frames {@code first … first + count − 1} into {@code out}, in C order. */
    void gather(long first, int count, MemorySegment out) {
        int times = Math.min(count, RUN);
        int rows = Math.clamp(SCRATCH / (COLUMNS * times * bytes), 1, shape.height());
        int pitch = times * rows * bytes + LINE;
        byte[] scratch = new byte[COLUMNS * pitch];
        for (int t = 0; t < count; t += times) {
            for (int row = 0; row < shape.height(); row += rows) {
                for (int column = 0; column < shape.samplesPerRow(); column += COLUMNS) {
                    Tile tile = new Tile(
                            t,
                            Math.min(times, count - t),
                            row,
                            Math.min(rows, shape.height() - row),
                            column,
                            Math.min(COLUMNS, shape.samplesPerRow() - column),
                            pitch);
                    read(tile, first, scratch);
                    write(tile, MemorySegment.ofArray(scratch), out);
                }
            }
        }
    }

    /** Counts t from the first frame that is copied; a column is one channel of one pixel of a row. */
    private record Tile(int t, int times, int row, int rows, int column, int columns, int pitch) {
        int samplesPerColumn() {
            return times * rows;
        }
    }

    private void read(Tile tile, long first, byte[] scratch) {
        boolean oneRun = tile.times == shape.frames() && view.row() == shape.frames();
        int runs = oneRun ? 1 : tile.rows;
        int length = (oneRun ? tile.samplesPerColumn() : tile.times) * bytes;
        for (int j = 0; j < tile.columns; j++) {
            int to = j * tile.pitch;
            int column = tile.column + j;
            for (int run = 0; run < runs; run++) {
                long from =
                        view.at(first + tile.t, tile.row + run, column / shape.channels(), column % shape.channels());
                MemorySegment.copy(data, ValueLayout.JAVA_BYTE, from * bytes, scratch, to, length);
                to += length;
            }
        }
    }

    private void write(Tile tile, MemorySegment scratch, MemorySegment out) {
        for (int t = 0; t < tile.times; t++) {
            for (int row = 0; row < tile.rows; row++) {
                long from = (long) (row * tile.times + t) * bytes;
                long to = ((long) (tile.t + t) * shape.height() + tile.row + row) * shape.samplesPerRow() + tile.column;
                switch (bytes) {
                    case 1 -> bytes(scratch, from, tile, out, to);
                    case 2 -> shorts(scratch, from, tile, out, to);
                    case 4 -> ints(scratch, from, tile, out, to);
                    case 8 -> longs(scratch, from, tile, out, to);
                    case 16 -> pairs(scratch, from, tile, out, to);
                    default -> throw new IllegalStateException("samples of " + bytes + " bytes");
                }
            }
        }
    }

    private static void bytes(MemorySegment scratch, long from, Tile tile, MemorySegment out, long to) {
        for (int j = 0; j < tile.columns; j++) {
            out.set(ValueLayout.JAVA_BYTE, to + j, scratch.get(ValueLayout.JAVA_BYTE, from + j * tile.pitch));
        }
    }

    private static void shorts(MemorySegment scratch, long from, Tile tile, MemorySegment out, long to) {
        for (int j = 0; j < tile.columns; j++) {
            short sample = scratch.get(ValueLayout.JAVA_SHORT_UNALIGNED, from + j * tile.pitch);
            out.set(ValueLayout.JAVA_SHORT_UNALIGNED, (to + j) * Short.BYTES, sample);
        }
    }

    private static void ints(MemorySegment scratch, long from, Tile tile, MemorySegment out, long to) {
        for (int j = 0; j < tile.columns; j++) {
            int sample = scratch.get(ValueLayout.JAVA_INT_UNALIGNED, from + j * tile.pitch);
            out.set(ValueLayout.JAVA_INT_UNALIGNED, (to + j) * Integer.BYTES, sample);
        }
    }

    private static void longs(MemorySegment scratch, long from, Tile tile, MemorySegment out, long to) {
        for (int j = 0; j < tile.columns; j++) {
            long sample = scratch.get(ValueLayout.JAVA_LONG_UNALIGNED, from + j * tile.pitch);
            out.set(ValueLayout.JAVA_LONG_UNALIGNED, (to + j) * Long.BYTES, sample);
        }
    }

    private static void pairs(MemorySegment scratch, long from, Tile tile, MemorySegment out, long to) {
        for (int j = 0; j < tile.columns; j++) {
            MemorySegment.copy(scratch, from + j * tile.pitch, out, (to + j) * 2 * Long.BYTES, 2 * Long.BYTES);
        }
    }
}
