package org.tachyscope.api.data;

import java.util.List;

/**
 * Marks a region of interest in every frame. Written on the command line, in recipes and in forms as one of
 *
 * <pre>
 *   rect x,y,width,height                 rect 10,20,30,40
 *   ellipse x,y,width,height              ellipse 10,20,30,40         fills that rectangle
 *   polygon x,y x,y x,y …                 polygon 0,0 10,0 5,8        closes itself, mustn't cross or touch itself
 *   line x,y x,y [band n]                 line 0,0 30,40 band 5
 *   polyline x,y x,y … [band n]           polyline 0,0 5,5 9,5
 *   point x,y                             point 3,4                   the pixel in column 3, row 4
 * </pre>
 *
 * <p>Coordinates are in pixels and may have fractions: x to the right, y down, (0, 0) is the corner of the frame, so that the
 * pixel in row i and column j covers {@code [j, j + 1) × [i, i + 1)}. All of a region must lie in the frame.
 */
public sealed interface Roi permits Roi.Area, Roi.Path {

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException in one sentence, if {@code text} is no region
     */
    static Roi parse(String text) {
        return RoiText.parse(text);
    }

    /** Returns the text if it is short, otherwise what it begins with, to name curves with. */
    default String brief() {
        return RoiText.brief(this);
    }

    /**
     * Marks an area: the pixels whose centre {@code (j + ½, i + ½)} lies in it. A centre on an edge belongs to the area on
     * the left of that edge, or above it if the edge is horizontal, so that areas that share an edge share no pixel.
     */
    sealed interface Area extends Roi {

        /**
         * Returns the pixels, from top to bottom and from left to right.
         *
         * @param width columns of the frame
         * @param height rows of the frame
         * @throws IllegalArgumentException in one sentence, if the area reaches out of the frame or holds no pixel's centre
         */
        default List<Span> spans(int width, int height) {
            return Raster.spans(this, width, height);
        }
    }

    /**
     * Marks a path, along which samples are taken every pixel of arc length from its beginning on, see {@link PathSamples}.
     */
    sealed interface Path extends Roi {

        /** Returns the points of the path in order, at least two, neighbours different. */
        List<Point> points();

        /** Returns how many samples, one pixel apart across the path, are averaged into one; at least 1. */
        int band();

        /**
         * Places the samples.
         *
         * @param width columns of the frame
         * @param height rows of the frame
         * @throws IllegalArgumentException in one sentence, if the path leaves the frame
         */
        default PathSamples samples(int width, int height) {
            return PathSamples.of(this, width, height);
        }
    }

    /**
     * Marks a rectangle.
     *
     * @param x left edge
     * @param y top edge
     * @param width greater than 0
     * @param height greater than 0
     */
    record Rectangle(double x, double y, double width, double height) implements Area {

        /** Refuses what has no extent. */
        public Rectangle {
            RoiText.checkExtent("a rectangle", x, y, width, height);
            x += 0.0; // makes 0 of -0
            y += 0.0;
        }

        /** Marks whole pixels. */
        public static Rectangle of(Box box) {
            return new Rectangle(box.x(), box.y(), box.width(), box.height());
        }

        @Override
        public String toString() {
            return RoiText.write(this);
        }
    }

    /**
     * Marks the ellipse that fills a rectangle.
     *
     * @param x left end
     * @param y top end
     * @param width greater than 0
     * @param height greater than 0
     */
    record Ellipse(double x, double y, double width, double height) implements Area {

        /** Refuses what has no extent. */
        public Ellipse {
            RoiText.checkExtent("an ellipse", x, y, width, height);
            x += 0.0; // makes 0 of -0
            y += 0.0;
        }

        @Override
        public String toString() {
            return RoiText.write(this);
        }
    }

    /**
     * Marks what lies inside a ring of straight edges, by the even-odd rule.
     *
     * @param corners in order, either way round, at least three; a last one that repeats the first is left out
     */
    record Polygon(List<Point> corners) implements Area {

        /** Refuses fewer than three corners, and edges that cross or touch others than their neighbours. */
        public Polygon {
            corners = Ring.checked(corners);
        }

        @Override
        public String toString() {
            return RoiText.write(this);
        }
    }

    /**
     * Marks the pixel that holds a point.
     *
     * @param x finite
     * @param y finite
     */
    record Point(double x, double y) implements Area {

        /** Refuses what is no place. */
        public Point {
            RoiText.checkFinite(x, y);
            x += 0.0; // makes 0 of -0
            y += 0.0;
        }

        @Override
        public String toString() {
            return RoiText.write(this);
        }
    }

    /**
     * Marks a straight line.
     *
     * @param from where arc length begins
     * @param to elsewhere
     * @param band samples that are averaged across, at least 1
     */
    record Line(Point from, Point to, int band) implements Path {

        /** Refuses a line without length, and a band below 1. */
        public Line {
            RoiText.checkPath("line", List.of(from, to), band);
        }

        @Override
        public List<Point> points() {
            return List.of(from, to);
        }

        @Override
        public String toString() {
            return RoiText.write(this);
        }
    }

    /**
     * Marks a line with corners.
     *
     * @param points at least two, neighbours different
     * @param band samples that are averaged across, at least 1
     */
    record Polyline(List<Point> points, int band) implements Path {

        /** Refuses fewer than two points, a point that repeats the one before, and a band below 1. */
        public Polyline {
            points = List.copyOf(points);
            RoiText.checkPath("polyline", points, band);
        }

        @Override
        public String toString() {
            return RoiText.write(this);
        }
    }
}
