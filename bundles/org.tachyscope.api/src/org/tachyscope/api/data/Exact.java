package org.tachyscope.api.data;

import java.math.BigDecimal;

/** Decides on which side of a line a point lies, without error: float64 first, exact decimals where that can't tell. */
final class Exact {

    /** Bounds the error of {@link #side}, see Shewchuk, Adaptive Precision Floating-Point Arithmetic, 1997, section 4.3. */
    private static final double ERROR = 3.3306690738754716e-16;

    private Exact() {}

    /**
     * Returns the sign of {@code (bx − ax)(py − ay) − (by − ay)(px − ax)}: 0 if p lies on the line through a and b; with y
     * down and b below a, 1 if p lies on the left of it.
     */
    static int side(Roi.Point a, Roi.Point b, double px, double py) {
        double left = (b.x() - a.x()) * (py - a.y());
        double right = (b.y() - a.y()) * (px - a.x());
        double difference = left - right;
        return Math.abs(difference) > ERROR * (Math.abs(left) + Math.abs(right))
                ? (int) Math.signum(difference)
                : exactSide(a, b, px, py);
    }

    private static int exactSide(Roi.Point a, Roi.Point b, double px, double py) {
        BigDecimal left = minus(b.x(), a.x()).multiply(minus(py, a.y()));
        BigDecimal right = minus(b.y(), a.y()).multiply(minus(px, a.x()));
        return left.compareTo(right);
    }

    private static BigDecimal minus(double a, double b) {
        return new BigDecimal(a).subtract(new BigDecimal(b));
    }

    /**
     * Compares {@code ((2 px − 2 x − w) h)² + ((2 py − 2 y − h) w)²} with {@code (w h)²}: negative if p lies in the ellipse, 0 if
     * on its edge.
     */
    static int outside(Roi.Ellipse e, double px, double py) {
        double scaleX = (2 * (Math.abs(px) + Math.abs(e.x())) + e.width()) * e.height();
        double scaleY = (2 * (Math.abs(py) + Math.abs(e.y())) + e.height()) * e.width();
        double x = (2 * (px - e.x()) - e.width()) * e.height();
        double y = (2 * (py - e.y()) - e.height()) * e.width();
        double area = e.width() * e.height();
        double difference = x * x + y * y - area * area;
        double error = 16 * ERROR * (scaleX * scaleX + scaleY * scaleY + area * area);
        return Math.abs(difference) > error ? (int) Math.signum(difference) : exactOutside(e, px, py);
    }

    private static int exactOutside(Roi.Ellipse e, double px, double py) {
        BigDecimal two = BigDecimal.TWO;
        BigDecimal width = new BigDecimal(e.width());
        BigDecimal height = new BigDecimal(e.height());
        BigDecimal x = minus(px, e.x()).multiply(two).subtract(width).multiply(height);
        BigDecimal y = minus(py, e.y()).multiply(two).subtract(height).multiply(width);
        return x.multiply(x).add(y.multiply(y)).compareTo(width.multiply(height).pow(2));
    }
}
