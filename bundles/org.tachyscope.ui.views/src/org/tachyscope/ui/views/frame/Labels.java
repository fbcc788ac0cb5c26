package org.tachyscope.ui.views.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Frame;

/**
 * Holds the values of the visible pixels as text, for a zoom at which they can be written into the pixels.
 *
 * @param box the visible pixels
 * @param texts one text a pixel, row by row
 * @param colors colours of these pixels, {@code 0xRRGGBB}; read, don't write
 */
record Labels(Box box, List<String> texts, int[] colors) {

    /** Pixels at least this large can hold a text. */
    private static final double ZOOM = 32;

    /** Writing more texts than this would take longer than a frame may. */
    private static final int MOST = 600;

    /**
     * Writes the values of what {@code view} shows, if it shows few and large pixels.
     *
     * @param painted what was painted of the frame
     */
    static Optional<Labels> of(Frame frame, Viewport view, int[] painted) {
        if (view.zoom() < ZOOM || view.covered().empty()) {
            return Optional.empty();
        }
        Box box = view.visible();
        if (box.width() * box.height() > MOST) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        int[] colors = new int[box.width() * box.height()];
        for (int i = 0; i < colors.length; i++) {
            int column = box.x() + i % box.width();
            int row = box.y() + i / box.width();
            texts.add(text(frame, row, column));
            colors[i] = painted[
                    inside(view.topOf(row), view.height()) * view.width() + inside(view.leftOf(column), view.width())];
        }
        return Optional.of(new Labels(box, texts, colors));
    }

    /** Returns a view pixel behind the grid's line. */
    private static int inside(int edge, int size) {
        return Math.clamp(edge + 2, 0, size - 1);
    }

    private static String text(Frame frame, int row, int column) {
        int channels = Row.rgb(frame.channels()) ? 3 : 1;
        return IntStream.range(0, channels)
                .mapToObj(channel -> LevelScale.text(frame.sample(row, column, channel), frame.type()))
                .collect(Collectors.joining("\n"));
    }

    /** Tells whether pixel {@code i} is so bright that black can be read on it better than white. */
    boolean bright(int i) {
        int color = colors[i];
        return 299 * (color >> 16 & 0xff) + 587 * (color >> 8 & 0xff) + 114 * (color & 0xff) > 128_000;
    }
}
