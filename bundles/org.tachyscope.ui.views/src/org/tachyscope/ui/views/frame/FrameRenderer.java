package org.tachyscope.ui.views.frame;

import java.util.Arrays;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Frame;

/**
 * Paints the visible part of a frame into view pixels, {@code 0xRRGGBB}. At zoom 1 and above every view pixel shows the frame
 * pixel under its centre; below, the mean of the samples that it covers, weighted by area, so that thin lines stay visible.
 * Colours are looked up after averaging. Large pixels get a grid between them.
 *
 * <p>Belongs to one thread and keeps buffers, so that scrubbing allocates nothing.
 */
final class FrameRenderer {

    /** From here on lines between the pixels help to tell them apart. */
    static final double GRID_ZOOM = 24;

    private final Row row = new Row();
    private final Shrinker shrinker = new Shrinker();
    private int[] line = new int[0];
    private int[] columns = new int[0];

    /**
     * Fills {@code out}, which holds {@code view.width() × view.height()} pixels in rows from the top.
     *
     * @param background colour where the frame isn't
     */
    void render(Frame frame, ToneMap tones, Viewport view, int background, int[] out) {
        Area area = view.covered();
        fillAround(area, view, background, out);
        if (area.empty()) {
            return;
        }
        if (view.zoom() >= 1) {
            enlarge(frame, tones, view, area, out);
            if (view.zoom() >= GRID_ZOOM) {
                grid(view, area, out);
            }
        } else {
            shrinker.shrink(frame, tones, view, area, out);
        }
    }

    private static void fillAround(Area area, Viewport view, int background, int[] out) {
        int w = view.width();
        int end = w * view.height();
        int below = area.y() + area.height();
        if (area.empty()) {
            Arrays.fill(out, 0, end, background);
            return;
        }
        Arrays.fill(out, 0, area.y() * w, background);
        for (int py = area.y(); py < below; py++) {
            Arrays.fill(out, py * w, py * w + area.x(), background);
            Arrays.fill(out, py * w + area.x() + area.width(), (py + 1) * w, background);
        }
        Arrays.fill(out, below * w, end, background);
    }

    private void enlarge(Frame frame, ToneMap tones, Viewport view, Area area, int[] out) {
        Box box = view.visible();
        prepare(view, area, box);
        int painted = -1;
        int from = 0;
        for (int py = area.y(); py < area.y() + area.height(); py++) {
            int frameRow = Math.clamp(view.rowAt(py), box.y(), box.y() + box.height() - 1);
            int to = py * view.width() + area.x();
            if (frameRow == painted) {
                System.arraycopy(out, from, out, to, area.width());
                continue;
            }
            row.colors(frame, frameRow, box.x(), box.width(), tones, line);
            spread(out, to, area.width(), box.width());
            painted = frameRow;
            from = to;
        }
    }

    private void prepare(Viewport view, Area area, Box box) {
        if (line.length < box.width()) {
            line = new int[box.width()];
        }
        if (columns.length < area.width()) {
            columns = new int[area.width()];
        }
        for (int i = 0; i < area.width(); i++) {
            columns[i] = Math.clamp(view.columnAt(area.x() + i) - box.x(), 0, box.width() - 1);
        }
    }

    private void spread(int[] out, int to, int width, int pixels) {
        if (pixels == width) {
            System.arraycopy(line, 0, out, to, width);
            return;
        }
        for (int i = 0; i < width; i++) {
            out[to + i] = line[columns[i]];
        }
    }

    /** Draws a line along the left and top edge of each pixel of the frame. */
    private static void grid(Viewport view, Area area, int[] out) {
        Box box = view.visible();
        for (int row = box.y(); row < box.y() + box.height(); row++) {
            int py = view.topOf(row);
            for (int px = area.x(); py >= area.y() && px < area.x() + area.width(); px++) {
                out[py * view.width() + px] = grayed(out[py * view.width() + px]);
            }
        }
        for (int column = box.x(); column < box.x() + box.width(); column++) {
            int px = view.leftOf(column);
            for (int py = area.y(); px >= area.x() && py < area.y() + area.height(); py++) {
                out[py * view.width() + px] = grayed(out[py * view.width() + px]);
            }
        }
    }

    /** Mixes three parts of a colour with one part of middle gray. */
    private static int grayed(int color) {
        return 3 * (color >> 2 & 0x3f3f3f) + 0x202020;
    }
}
