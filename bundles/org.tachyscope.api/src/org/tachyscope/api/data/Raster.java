package org.tachyscope.api.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the pixels of an area in a frame. Works with centres moved to the left by an infinitely small ε, and up by a δ with
 * ε² ≪ δ ≪ ε: then no centre lies on an edge, straight or round, and areas that share an edge share no pixel.
 */
final class Raster {

    private final int width;
    private final int height;
    private final List<Span> spans = new ArrayList<>();

    private Raster(int width, int height) {
        this.width = width;
        this.height = height;
    }

    static List<Span> spans(Roi.Area area, int width, int height) {
        Raster raster = new Raster(width, height);
        raster.add(area);
        if (raster.spans.isEmpty()) {
            throw new IllegalArgumentException("ROI " + area.brief() + " holds the centre of no pixel");
        }
        return List.copyOf(raster.spans);
    }

    private void add(Roi.Area area) {
        switch (area) {
            case Roi.Rectangle r -> {
                checkInside(r, List.of(corner(r.x(), r.y()), corner(r.x() + r.width(), r.y() + r.height())));
                rectangle(r);
            }
            case Roi.Ellipse e -> {
                checkInside(e, List.of(corner(e.x(), e.y()), corner(e.x() + e.width(), e.y() + e.height())));
                ellipse(e);
            }
            case Roi.Polygon p -> {
                checkInside(p, p.corners());
                polygon(p.corners());
            }
            case Roi.Point p -> {
                checkInside(p, List.of(p, corner(Math.floor(p.x()) + 1, Math.floor(p.y()) + 1)));
                span((int) p.y(), (int) p.x(), (int) p.x() + 1);
            }
        }
    }

    private static Roi.Point corner(double x, double y) {
        return new Roi.Point(x, y);
    }

    private void checkInside(Roi roi, List<Roi.Point> corners) {
        checkInside(roi, corners, width, height);
    }

    static void checkInside(Roi roi, List<Roi.Point> corners, int width, int height) {
        for (Roi.Point p : corners) {
            if (p.x() < 0 || p.y() < 0 || p.x() > width || p.y() > height) {
                throw new IllegalArgumentException(
                        "ROI " + roi.brief() + " lies outside the frame of " + width + " × " + height + " px");
            }
        }
    }

    private void span(int row, int first, int end) {
        if (first < end) {
            spans.add(new Span(row, first, end));
        }
    }

    /** Returns the first of the pixels whose centre lies behind {@code edge}. */
    private static int behind(double edge) {
        int pixel = (int) Math.floor(edge);
        return pixel + 0.5 > edge ? pixel : pixel + 1;
    }

    private void rectangle(Roi.Rectangle r) {
        for (int row = behind(r.y()); row < behind(r.y() + r.height()); row++) {
            span(row, behind(r.x()), behind(r.x() + r.width()));
        }
    }

    private void ellipse(Roi.Ellipse e) {
        int middle = (int) Math.floor(e.x() + e.width() / 2);
        for (int row = (int) e.y(); row < Math.min(height, Math.ceil(e.y() + e.height())); row++) {
            double share = (2 * (row + 0.5 - e.y()) - e.height()) / e.height();
            double half = e.width() / 2 * Math.sqrt(Math.max(0, 1 - share * share));
            for (int seed = middle - 1; seed <= middle + 1; seed++) {
                if (holds(e, row, seed)) {
                    span(row, left(e, row, seed, middle - half), right(e, row, seed, middle + half));
                    break;
                }
            }
        }
    }

    private static int left(Roi.Ellipse e, int row, int seed, double guess) {
        int first = Math.min(seed, (int) guess);
        while (!holds(e, row, first)) {
            first++;
        }
        while (holds(e, row, first - 1)) {
            first--;
        }
        return first;
    }

    private static int right(Roi.Ellipse e, int row, int seed, double guess) {
        int last = Math.max(seed, (int) guess);
        while (!holds(e, row, last)) {
            last--;
        }
        while (holds(e, row, last + 1)) {
            last++;
        }
        return last + 1;
    }

    /** On the edge, the right half and the lowest point belong to the ellipse: it lies on their left, or above. */
    private static boolean holds(Roi.Ellipse e, int row, int column) {
        int outside = Exact.outside(e, column + 0.5, row + 0.5);
        double fromMiddle = 2 * (column + 0.5 - e.x()) - e.width();
        boolean lowest = fromMiddle == 0 && row + 0.5 > e.y() + e.height() / 2;
        return outside < 0 || outside == 0 && (fromMiddle > 0 || lowest);
    }

    private void polygon(List<Roi.Point> corners) {
        double top = corners.stream().mapToDouble(Roi.Point::y).min().orElseThrow();
        double bottom = corners.stream().mapToDouble(Roi.Point::y).max().orElseThrow();
        for (int row = behind(top); row < behind(bottom); row++) {
            int[] columns = crossings(corners, row + 0.5);
            for (int i = 0; i < columns.length; i += 2) {
                span(row, columns[i], columns[i + 1]);
            }
        }
    }

    /** Returns, in order, the first pixels behind the edges that a row of centres crosses. Their number is even. */
    private int[] crossings(List<Roi.Point> corners, double y) {
        int[] columns = new int[corners.size()];
        int count = 0;
        for (int i = 0; i < corners.size(); i++) {
            Roi.Point a = corners.get(i);
            Roi.Point b = corners.get((i + 1) % corners.size());
            if (a.y() < y && y <= b.y()) {
                columns[count++] = behind(a, b, y);
            } else if (b.y() < y && y <= a.y()) {
                columns[count++] = behind(b, a, y);
            }
        }
        int[] crossed = Arrays.copyOf(columns, count);
        Arrays.sort(crossed);
        return crossed;
    }

    /** Returns the first pixel whose centre at height {@code y} lies behind the edge from {@code a} down to {@code b}. */
    private int behind(Roi.Point a, Roi.Point b, double y) {
        double x = a.x() + (y - a.y()) * ((b.x() - a.x()) / (b.y() - a.y()));
        int pixel = Math.clamp((long) Math.floor(x), 0, width);
        while (pixel < width && Exact.side(a, b, pixel + 0.5, y) >= 0) {
            pixel++;
        }
        while (pixel > 0 && Exact.side(a, b, pixel - 0.5, y) < 0) {
            pixel--;
        }
        return pixel;
    }
}
