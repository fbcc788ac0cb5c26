package org.tachyscope.core.recipe;

import java.util.List;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Roi;

/**
 * Takes places in frames that were cropped and binned back to where they lie in whole frames: x becomes {@code x · width + left},
 * y becomes {@code y · height + top}.
 *
 * @param left columns that were cut off
 * @param top rows that were cut off
 * @param width columns that became one
 * @param height rows that became one
 */
record Regions(long left, long top, long width, long height) {

    static final Regions SAME = new Regions(0, 0, 1, 1);

    /** Returns what takes back a crop of frames that this takes back, too. */
    Regions cropped(Box box) {
        return new Regions(left + box.x() * width, top + box.y() * height, width, height);
    }

    /** Returns what takes back that blocks of pixels became one. */
    Regions binned(long columns, long rows) {
        return new Regions(left, top, width * columns, height * rows);
    }

    Box of(Box box) {
        return new Box(
                Math.toIntExact(left + box.x() * width),
                Math.toIntExact(top + box.y() * height),
                Math.toIntExact(box.width() * width),
                Math.toIntExact(box.height() * height));
    }

    Roi of(Roi roi) {
        return switch (roi) {
            case Roi.Rectangle(double x, double y, double w, double h) ->
                new Roi.Rectangle(left + x * width, top + y * height, w * width, h * height);
            case Roi.Ellipse(double x, double y, double w, double h) ->
                new Roi.Ellipse(left + x * width, top + y * height, w * width, h * height);
            case Roi.Polygon(List<Roi.Point> corners) -> new Roi.Polygon(all(corners));
            case Roi.Point point -> of(point);
            case Roi.Line(Roi.Point from, Roi.Point to, int band) -> new Roi.Line(of(from), of(to), wide(band));
            case Roi.Polyline(List<Roi.Point> points, int band) -> new Roi.Polyline(all(points), wide(band));
        };
    }

    private Roi.Point of(Roi.Point point) {
        return new Roi.Point(left + point.x() * width, top + point.y() * height);
    }

    private List<Roi.Point> all(List<Roi.Point> points) {
        return points.stream().map(this::of).toList();
    }

    private int wide(int band) {
        return Math.toIntExact(Math.round(band * Math.sqrt((double) width * height)));
    }
}
