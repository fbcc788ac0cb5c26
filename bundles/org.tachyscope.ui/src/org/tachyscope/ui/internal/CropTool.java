package org.tachyscope.ui.internal;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.tachyscope.api.data.Box;

/**
 * Places a crop on the picture of a frame and changes it by dragging: an edge or a corner moves there, the inside moves the whole,
 * and outside a new one begins.
 *
 * @param width columns of the frame
 * @param height rows of the frame
 * @param picture where the frame is shown
 */
record CropTool(int width, int height, Rectangle picture) {

    /** How near the pointer must come to an edge, in points. */
    private static final int NEAR = 6;

    /** Says what a drag moves: −1 the left or top edge, 1 the right or bottom one, 0 neither. */
    record Grip(Kind kind, int x, int y) {
        enum Kind {
            EDGE,
            INSIDE,
            NEW
        }
    }

    /** Returns the largest place for a frame in an area, in its middle. */
    static CropTool fitting(int width, int height, Rectangle area) {
        double zoom = Math.min((double) area.width / width, (double) area.height / height);
        int w = Math.max(1, (int) Math.round(width * zoom));
        int h = Math.max(1, (int) Math.round(height * zoom));
        return new CropTool(
                width, height, new Rectangle(area.x + (area.width - w) / 2, area.y + (area.height - h) / 2, w, h));
    }

    /** Returns where a box of the frame is shown. */
    Rectangle place(Box box) {
        int left = toView(box.x(), width, picture.width);
        int top = toView(box.y(), height, picture.height);
        int right = toView(box.x() + box.width(), width, picture.width);
        int bottom = toView(box.y() + box.height(), height, picture.height);
        return new Rectangle(picture.x + left, picture.y + top, right - left, bottom - top);
    }

    private static int toView(int pixel, int pixels, int points) {
        return (int) Math.round((double) pixel * points / pixels);
    }

    /** Returns what would be dragged at a point. */
    Grip grip(Box box, int x, int y) {
        Rectangle place = place(box);
        boolean near = x >= place.x - NEAR
                && y >= place.y - NEAR
                && x <= place.x + place.width + NEAR
                && y <= place.y + place.height + NEAR;
        if (!near) {
            return new Grip(Grip.Kind.NEW, 1, 1);
        }
        int across = edge(x, place.x, place.x + place.width);
        int down = edge(y, place.y, place.y + place.height);
        if (across != 0 || down != 0) {
            return new Grip(Grip.Kind.EDGE, across, down);
        }
        boolean whole = box.width() == width && box.height() == height;
        return whole ? new Grip(Grip.Kind.NEW, 1, 1) : new Grip(Grip.Kind.INSIDE, 0, 0);
    }

    private static int edge(int at, int low, int high) {
        if (Math.abs(at - high) <= NEAR) {
            return 1;
        }
        return Math.abs(at - low) <= NEAR ? -1 : 0;
    }

    /** Returns the box when what was gripped at {@code from} was dragged to {@code to}. */
    Box dragged(Box box, Grip grip, Point from, Point to) {
        return switch (grip.kind()) {
            case NEW -> between(pixel(from), pixel(to));
            case INSIDE -> {
                Point start = pixel(from);
                Point end = pixel(to);
                yield moved(box, end.x - start.x, end.y - start.y);
            }
            case EDGE -> resized(box, grip, border(to));
        };
    }

    private Box between(Point a, Point b) {
        return new Box(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.abs(a.x - b.x) + 1, Math.abs(a.y - b.y) + 1);
    }

    /** Returns the box moved, as far as the frame reaches. */
    Box moved(Box box, int across, int down) {
        return new Box(
                Math.clamp((long) box.x() + across, 0, width - box.width()),
                Math.clamp((long) box.y() + down, 0, height - box.height()),
                box.width(),
                box.height());
    }

    /** Returns the box with its right and bottom edge moved, as far as the frame reaches. */
    Box grown(Box box, int across, int down) {
        return new Box(
                box.x(),
                box.y(),
                Math.clamp((long) box.width() + across, 1, width - box.x()),
                Math.clamp((long) box.height() + down, 1, height - box.y()));
    }

    private static Box resized(Box box, Grip grip, Point border) {
        int left = grip.x() < 0 ? Math.min(border.x, box.x() + box.width() - 1) : box.x();
        int right = grip.x() > 0 ? Math.max(border.x, box.x() + 1) : box.x() + box.width();
        int top = grip.y() < 0 ? Math.min(border.y, box.y() + box.height() - 1) : box.y();
        int bottom = grip.y() > 0 ? Math.max(border.y, box.y() + 1) : box.y() + box.height();
        return new Box(left, top, right - left, bottom - top);
    }

    /** Returns the pixel under a point, or the nearest one. */
    private Point pixel(Point at) {
        return new Point(
                (int) Math.clamp(Math.floor((at.x - picture.x) * (double) width / picture.width), 0, width - 1),
                (int) Math.clamp(Math.floor((at.y - picture.y) * (double) height / picture.height), 0, height - 1));
    }

    /** Returns the border between pixels that is nearest to a point. */
    private Point border(Point at) {
        return new Point(
                (int) Math.clamp(Math.round((at.x - picture.x) * (double) width / picture.width), 0, width),
                (int) Math.clamp(Math.round((at.y - picture.y) * (double) height / picture.height), 0, height));
    }
}
