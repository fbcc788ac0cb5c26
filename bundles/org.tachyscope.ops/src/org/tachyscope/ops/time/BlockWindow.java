package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Folds windows from blocks of frames that lie where they lie, whatever the window:
 *
 * <pre>
 *   ├─ block ─┤├─ block ─┤├─ block ─┤├─ block ─┤├─ block ─┤
 *        └─ rest ┘└──── whole blocks ───┘└─ beginning ─┘
 * </pre>
 *
 * Nothing is ever subtracted: what has left a window leaves no trace, a NaN neither, and errors don't pile up. A frame is taken
 * in twice (as a beginning, and as a rest), and with blocks of √w frames the fold of the whole blocks, made anew when one of
 * them changes, costs two steps a frame. It takes the memory of 2 √w values a sample. (van Herk 1992 and Gil, Werman 1993 have
 * one block a window, and keep w values.)
 */
final class BlockWindow<V> implements Folder {

    private static final long NONE = Long.MIN_VALUE;

    private final Cells<V> cells;
    private final int length;

    /** Value i − first of the rest that begins at frame i; valid from {@code restFrom} on. */
    private final List<V> rest;

    private long restBlock = NONE;
    private long restFrom;

    private final List<V> blocks;
    private final long[] blockAt;

    private final V whole;
    private long wholeFrom = NONE;
    private long wholeTo = NONE;

    private final V beginning;
    private long beginningBlock = NONE;
    private long beginningTo;

    private final V folded;

    BlockWindow(Cells<V> cells, int width) {
        this.cells = cells;
        length = length(width);
        rest = made(length);
        blocks = made(width / length + 2);
        blockAt = new long[blocks.size()];
        Arrays.fill(blockAt, NONE);
        whole = cells.make();
        beginning = cells.make();
        folded = cells.make();
    }

    private static int length(int width) {
        return (int) Math.round(Math.sqrt(width));
    }

    /** Returns how many values a sample takes. */
    static int values(int width) {
        return length(width) + width / length(width) + 5;
    }

    private List<V> made(int count) {
        List<V> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(cells.make());
        }
        return values;
    }

    @Override
    public void fold(long from, long to, MemorySegment out) throws IOException {
        long early = Math.floorDiv(from, length);
        long late = Math.floorDiv(to, length);
        long count = to - from + 1;
        if (early == late) {
            foldAll(from, to, folded);
            cells.write(folded, count, out);
            return;
        }
        begin(late, to);
        V value = rest(early, from);
        if (early + 1 < late) {
            cells.write(value, whole(early + 1, late - 1), beginning, count, out, folded);
        } else {
            cells.combine(value, beginning, folded);
            cells.write(folded, count, out);
        }
    }

    private void foldAll(long from, long to, V into) throws IOException {
        cells.load(from, into);
        for (long frame = from + 1; frame <= to; frame++) {
            cells.append(into, frame);
        }
    }

    /** Folds a block's beginning, up to frame {@code to}. */
    private void begin(long block, long to) throws IOException {
        if (beginningBlock != block || beginningTo > to) {
            cells.load(block * length, beginning);
            beginningBlock = block;
            beginningTo = block * length;
            keep();
        }
        while (beginningTo < to) {
            cells.append(beginning, ++beginningTo);
            keep();
        }
    }

    private void keep() {
        if (beginningTo == (beginningBlock + 1) * length - 1) {
            int slot = slot(beginningBlock);
            cells.copy(beginning, blocks.get(slot));
            blockAt[slot] = beginningBlock;
        }
    }

    /** Returns the fold of a block's frames from {@code from} on. */
    private V rest(long block, long from) throws IOException {
        long first = block * length;
        if (restBlock != block) {
            restBlock = block;
            restFrom = first + length;
        }
        for (long frame = restFrom - 1; frame >= from; frame--) {
            int i = (int) (frame - first);
            if (i + 1 < length) {
                cells.prepend(frame, rest.get(i + 1), rest.get(i));
            } else {
                cells.load(frame, rest.get(i));
            }
        }
        restFrom = Math.min(restFrom, from);
        return rest.get((int) (from - first));
    }

    /** Returns the fold of whole blocks. */
    private V whole(long from, long to) throws IOException {
        if (wholeFrom != from || wholeTo != to) {
            cells.copy(block(from), whole);
            for (long block = from + 1; block <= to; block++) {
                cells.combine(whole, block(block), whole);
            }
            wholeFrom = from;
            wholeTo = to;
        }
        return whole;
    }

    private V block(long block) throws IOException {
        int slot = slot(block);
        V value = blocks.get(slot);
        if (blockAt[slot] != block) {
            blockAt[slot] = NONE;
            foldAll(block * length, (block + 1) * length - 1, value);
            blockAt[slot] = block;
        }
        return value;
    }

    private int slot(long block) {
        return Math.floorMod(block, blocks.size());
    }
}
