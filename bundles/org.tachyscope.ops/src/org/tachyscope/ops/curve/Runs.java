package org.tachyscope.ops.curve;

import java.util.List;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Span;
import org.tachyscope.api.fold.Window;

/**
 * Finds an area's pixels in the rows of a block.
 *
 * @param count number of runs
 * @param at byte, in one frame of the block, where each run begins
 * @param length pixels of each run
 */
record Runs(int count, long[] at, int[] length) {

    /** Returns one run a span. */
    static Runs of(List<Span> spans, Window rows) {
        int first = below(spans, rows.firstRow());
        int end = below(spans, rows.firstRow() + rows.rows());
        Runs runs = new Runs(end - first, new long[end - first], new int[end - first]);
        for (int i = first; i < end; i++) {
            runs.at[i - first] = place(spans.get(i), rows);
            runs.length[i - first] = spans.get(i).length();
        }
        return runs;
    }

    /** Returns one run for spans that follow each other without a gap, as those of whole rows do. */
    static Runs joined(List<Span> spans, Window rows) {
        Runs apart = of(spans, rows);
        long pixel = pixelBytes(rows.stack(), rows.type());
        int last = -1;
        for (int i = 0; i < apart.count; i++) {
            if (last >= 0 && apart.at[last] + apart.length[last] * pixel == apart.at[i]) {
                apart.length[last] += apart.length[i];
            } else {
                last++;
                apart.at[last] = apart.at[i];
                apart.length[last] = apart.length[i];
            }
        }
        return new Runs(last + 1, apart.at, apart.length);
    }

    /** Returns the number of spans that lie above a row. */
    private static int below(List<Span> spans, int row) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).row() < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long place(Span span, Window rows) {
        long pixels = (long) (span.row() - rows.firstRow()) * rows.stack().width() + span.first();
        return pixels * pixelBytes(rows.stack(), rows.type());
    }

    private static long pixelBytes(Shape shape, PixelType type) {
        return (long) shape.channels() * type.bytes();
    }
}
