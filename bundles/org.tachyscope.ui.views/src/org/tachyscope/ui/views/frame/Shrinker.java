package org.tachyscope.ui.views.frame;

import java.util.Arrays;
import org.tachyscope.api.data.Frame;

/**
 * Paints a frame at a zoom below 1: a view pixel shows the mean of the samples that it covers, each weighted by the covered
 * part of its area. At the frame's edge only what is covered counts. A NaN that is covered makes the mean NaN.
 *
 * <p>Rows are summed first, each sample once or twice, then columns.
 */
final class Shrinker {

    private final Row row = new Row();
    private float[] sums = new float[0];
    private Cover[] columns = new Cover[0];

    void shrink(Frame frame, ToneMap tones, Viewport view, Area area, int[] out) {
        int channels = frame.channels();
        columns = covers(area.x(), area.width(), view.x(), view.zoom(), frame.width());
        Cover[] rows = covers(area.y(), area.height(), view.y(), view.zoom(), frame.height());
        int first = columns[0].first();
        int count = columns[columns.length - 1].last() - first + 1;
        if (sums.length < count * channels) {
            sums = new float[count * channels];
        }
        for (int i = 0; i < rows.length; i++) {
            sumRows(frame, rows[i], first, count);
            int to = (area.y() + i) * view.width() + area.x();
            if (Row.rgb(channels)) {
                paintRgb(tones, first, channels, out, to);
            } else {
                paintGray(tones, first, channels, out, to);
            }
        }
    }

    /**
     * States what one view pixel covers of an axis of the frame.
     *
     * @param first first frame pixel
     * @param last last frame pixel
     * @param atFirst weight of the first one
     * @param between weight of each one between
     * @param atLast weight of the last one, 0 if it is the first one; all weights sum to 1
     */
    private record Cover(int first, int last, float atFirst, float between, float atLast) {

        /** What is covered by less than this is only touched: the rounding of a division. */
        private static final double TOUCHED = 1e-6;

        static Cover of(double from, double to) {
            int first = (int) (from + TOUCHED);
            int last = Math.max(first, (int) Math.ceil(to - TOUCHED) - 1);
            double length = to - from;
            if (first == last) {
                return new Cover(first, last, 1, 0, 0);
            }
            return new Cover(first, last, (float) ((first + 1 - from) / length), (float) (1 / length), (float)
                    ((to - last) / length));
        }
    }

    private static Cover[] covers(int p, int count, double start, double zoom, int length) {
        Cover[] covers = new Cover[count];
        for (int i = 0; i < count; i++) {
            double from = Math.max(0, (p + i - start) / zoom);
            double to = Math.min(length, (p + i + 1 - start) / zoom);
            covers[i] = Cover.of(from, to);
        }
        return covers;
    }

    private void sumRows(Frame frame, Cover rows, int firstColumn, int count) {
        Arrays.fill(sums, 0);
        for (int r = rows.first(); r <= rows.last(); r++) {
            float weight = r == rows.first() ? rows.atFirst() : r == rows.last() ? rows.atLast() : rows.between();
            row.addTo(sums, weight, frame, r, firstColumn, count);
        }
    }

    private void paintGray(ToneMap tones, int firstColumn, int channels, int[] out, int to) {
        for (int i = 0; i < columns.length; i++) {
            out[to + i] = tones.color(mean(columns[i], firstColumn, channels, 0));
        }
    }

    private void paintRgb(ToneMap tones, int firstColumn, int channels, int[] out, int to) {
        for (int i = 0; i < columns.length; i++) {
            Cover cover = columns[i];
            out[to + i] = Row.rgb(
                    tones,
                    mean(cover, firstColumn, channels, 0),
                    mean(cover, firstColumn, channels, 1),
                    mean(cover, firstColumn, channels, 2));
        }
    }

    private float mean(Cover cover, int firstColumn, int channels, int channel) {
        int s = (cover.first() - firstColumn) * channels + channel;
        int end = (cover.last() - firstColumn) * channels + channel;
        float total = cover.atFirst() * sums[s];
        if (s == end) {
            return total;
        }
        for (s += channels; s < end; s += channels) {
            total += cover.between() * sums[s];
        }
        return total + cover.atLast() * sums[end];
    }
}
