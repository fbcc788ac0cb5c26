package org.tachyscope.ui.views.frame;

import org.tachyscope.api.data.Box;

/**
 * Places a frame in a view. Immutable. Lengths of the view are physical pixels, whatever the screen's scaling, so zoom 1 is
 * one pixel of the frame on one pixel of the screen.
 *
 * <pre>
 *   view  ┌───────────────┐        column of the frame under view pixel p:  ⌊(p + ½ − x) / zoom⌋
 *         │  (x, y)       │
 *         │   ┌───────────┼──┐
 *         │   │   frame   │  │
 *         └───┼───────────┘  │
 *             └──────────────┘  zoom · frame size
 * </pre>
 *
 * @param frameWidth columns of the frame
 * @param frameHeight rows of the frame
 * @param width width of the view
 * @param height height of the view
 * @param zoom view pixels a frame pixel
 * @param x where the frame's left edge lies in the view
 * @param y where the frame's top edge lies in the view
 */
record Viewport(int frameWidth, int frameHeight, int width, int height, double zoom, double x, double y) {

    static final double MAX_ZOOM = 128;

    private static final double[] STEPS = {1, 1.5};
    private static final int KEPT_VISIBLE = 16;

    /** Shows the whole frame as large as it fits, in the middle. */
    static Viewport fit(int frameWidth, int frameHeight, int width, int height) {
        double zoom = Math.min((double) width / frameWidth, (double) height / frameHeight);
        return centered(frameWidth, frameHeight, width, height, Math.clamp(zoom, 1.0 / 4096, MAX_ZOOM));
    }

    private static Viewport centered(int frameWidth, int frameHeight, int width, int height, double zoom) {
        double x = Math.floor((width - frameWidth * zoom) / 2);
        double y = Math.floor((height - frameHeight * zoom) / 2);
        return new Viewport(frameWidth, frameHeight, width, height, zoom, x, y);
    }

    /** Shows the same frame in the same view as {@link #fit} would. */
    Viewport fitted() {
        return fit(frameWidth, frameHeight, width, height);
    }

    /** Returns the column under view pixel {@code px}; outside the frame if it is negative or not below its width. */
    int columnAt(int px) {
        return (int) Math.floor((px + 0.5 - x) / zoom);
    }

    /** Returns the row under view pixel {@code py}; outside the frame if it is negative or not below its height. */
    int rowAt(int py) {
        return (int) Math.floor((py + 0.5 - y) / zoom);
    }

    /** Returns the first view pixel whose centre lies in {@code column} or right of it. */
    int leftOf(int column) {
        return (int) Math.ceil(x + column * zoom - 0.5);
    }

    /** Returns the first view pixel whose centre lies in {@code row} or below it. */
    int topOf(int row) {
        return (int) Math.ceil(y + row * zoom - 0.5);
    }

    /** Tells whether a pixel of the frame lies under this view pixel. */
    boolean hits(int px, int py) {
        int column = columnAt(px);
        int row = rowAt(py);
        return column >= 0 && column < frameWidth && row >= 0 && row < frameHeight;
    }

    /** Returns the part of the view that the frame covers, clipped to the view; may be empty, but not for being thin. */
    Area covered() {
        int left = Math.clamp(start(x, frameWidth * zoom), 0, width);
        int top = Math.clamp(start(y, frameHeight * zoom), 0, height);
        int right = Math.clamp(end(x, frameWidth * zoom), left, width);
        int bottom = Math.clamp(end(y, frameHeight * zoom), top, height);
        return new Area(left, top, right - left, bottom - top);
    }

    private static int start(double from, double length) {
        return (int) (length < 1 ? Math.floor(from) : Math.ceil(from - 0.5));
    }

    private static int end(double from, double length) {
        return length < 1 ? (int) Math.floor(from) + 1 : (int) Math.ceil(from + length - 0.5);
    }

    /** Returns the pixels of the frame that can be seen; only if {@link #covered} isn't empty. */
    Box visible() {
        Area area = covered();
        int left = Math.clamp(columnAt(area.x()), 0, frameWidth - 1);
        int top = Math.clamp(rowAt(area.y()), 0, frameHeight - 1);
        int right = Math.clamp(columnAt(area.x() + area.width() - 1), left, frameWidth - 1);
        int bottom = Math.clamp(rowAt(area.y() + area.height() - 1), top, frameHeight - 1);
        return new Box(left, top, right - left + 1, bottom - top + 1);
    }

    /**
     * Changes the zoom, clamped to what makes sense, and keeps the point of the frame in the middle of view pixel (px, py)
     * there. A view pixel outside the frame stands for the frame's nearest point.
     */
    Viewport zoomed(double newZoom, int px, int py) {
        double next = Math.clamp(newZoom, smallestZoom(), MAX_ZOOM);
        double cx = Math.clamp(px + 0.5, x, x + frameWidth * zoom);
        double cy = Math.clamp(py + 0.5, y, y + frameHeight * zoom);
        double newX = cx - (cx - x) / zoom * next;
        double newY = cy - (cy - y) / zoom * next;
        return new Viewport(frameWidth, frameHeight, width, height, next, snap(newX, next), snap(newY, next));
    }

    /** Lets blocks of frame pixels that are averaged start at whole pixels, or all of the frame gets blurred. */
    private static double snap(double start, double zoom) {
        return zoom < 1 ? Math.rint(start / zoom) * zoom : start;
    }

    private double smallestZoom() {
        return Math.min(1, Math.min(fitted().zoom, (double) KEPT_VISIBLE / Math.max(frameWidth, frameHeight)));
    }

    /** Changes the zoom around the middle of the view. */
    Viewport zoomed(double newZoom) {
        return zoomed(newZoom, width / 2, height / 2);
    }

    /**
     * Returns the next step above or below the present zoom: 1, 1.5, 2, 3, 4, 6, 8, 12 … and their inverses.
     *
     * @param up whether to enlarge: 1; or to reduce: -1
     */
    double step(int up) {
        double octave = Math.pow(2, Math.floor(Math.log(zoom) / Math.log(2)) - 1);
        double best = zoom;
        for (int power = 0; power < 4; power++) {
            for (double factor : STEPS) {
                double candidate = octave * Math.pow(2, power) * factor;
                if (up > 0 && candidate > zoom * 1.0001) {
                    return candidate;
                }
                if (up < 0 && candidate < zoom * 0.9999) {
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** Moves the frame by view pixels; a strip of it always stays in the view. */
    Viewport moved(double dx, double dy) {
        return new Viewport(
                frameWidth,
                frameHeight,
                width,
                height,
                zoom,
                kept(x + dx, frameWidth * zoom, width),
                kept(y + dy, frameHeight * zoom, height));
    }

    private static double kept(double start, double length, int room) {
        double strip = Math.min(KEPT_VISIBLE, Math.min(length, room));
        return Math.clamp(start, strip - length, Math.max(strip - length, room - strip));
    }

    /** Shows the same zoom and the same middle in a view of another size. */
    Viewport resized(int newWidth, int newHeight) {
        double newX = x + Math.rint((newWidth - width) / 2.0);
        double newY = y + Math.rint((newHeight - height) / 2.0);
        return new Viewport(frameWidth, frameHeight, newWidth, newHeight, zoom, newX, newY).moved(0, 0);
    }
}
