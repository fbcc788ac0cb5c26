package org.tachyscope.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.ui.api.Ids;

/** Draws the quantities of a curve over its axis, as many points as there are pixels. */
final class Chart {

    private static final Color[] COLORS = {
        new Color(47, 166, 184), new Color(217, 154, 43), new Color(190, 80, 120), new Color(110, 160, 70)
    };
    private static final int LEFT = 64;
    private static final int BOTTOM = 36;
    private static final int MARGIN = 12;

    private final Curve curve;
    private final Canvas canvas;

    /** Adds the chart to {@code parent}. */
    Chart(Composite parent, Curve curve) {
        this.curve = curve;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_REDRAW_RESIZE);
        canvas.setData(Ids.KEY, "numbers.chart");
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> canvas.redraw());
    }

    /** Returns the control, to lay it out. */
    Canvas control() {
        return canvas;
    }

    private void paint(GC gc) {
        Rectangle all = canvas.getClientArea();
        var plot = new Rectangle(LEFT, MARGIN, all.width - LEFT - MARGIN, all.height - MARGIN - BOTTOM);
        Extent x = Extent.of(curve.x());
        Extent y = curve.y().stream().map(Extent::of).reduce(Extent::and).orElse(new Extent(0, 1));
        if (plot.width < 2 || plot.height < 2) {
            return;
        }
        gc.setAntialias(SWT.ON);
        axes(gc, plot, x, y);
        gc.setLineWidth(2);
        gc.setLineJoin(SWT.JOIN_ROUND);
        for (int i = 0; i < curve.y().size(); i++) {
            gc.setForeground(COLORS[i % COLORS.length]);
            gc.drawPolyline(points(curve.y().get(i), plot, x, y));
        }
    }

    private void axes(GC gc, Rectangle plot, Extent x, Extent y) {
        gc.setForeground(canvas.getForeground());
        gc.setAlpha(90);
        gc.drawRectangle(plot);
        gc.setAlpha(255);
        right(gc, y.text(y.high()), plot.x - 6, plot.y - 4);
        right(gc, y.text(y.low()), plot.x - 6, plot.y + plot.height - 12);
        int below = plot.y + plot.height + 6;
        gc.drawText(x.text(x.low()), plot.x, below, true);
        right(gc, x.text(x.high()), plot.x + plot.width, below);
        String label = Numbers.heading(curve.x());
        gc.drawText(label, plot.x + (plot.width - gc.textExtent(label).x) / 2, below, true);
    }

    private static void right(GC gc, String text, int x, int y) {
        Point size = gc.textExtent(text);
        gc.drawText(text, x - size.x, y, true);
    }

    private int[] points(Column.Numbers values, Rectangle plot, Extent x, Extent y) {
        double[] thinned = Thinned.of(curve.x(), values, plot.width);
        int[] points = new int[thinned.length];
        for (int i = 0; i < points.length; i += 2) {
            points[i] = plot.x + (int) Math.round(x.share(thinned[i]) * plot.width);
            points[i + 1] = plot.y + (int) Math.round((1 - y.share(thinned[i + 1])) * plot.height);
        }
        return points;
    }
}
