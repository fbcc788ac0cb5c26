package org.tachyscope.ui.views.frame;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.ui.api.Ids;
import org.tachyscope.ui.api.Levels;
import org.tachyscope.ui.api.Range;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.views.frame.Outcome.Picture;

/**
 * Shows which colours stand for which values, beside how often the values occur, and lets the user drag the ends of the range
 * or all of it. A double click goes back to automatic levels.
 */
final class LevelBar {

    private static final int STRIP = 14;
    private static final int LABEL = 46;
    private static final int LEFT = LABEL + 9;
    private static final int HISTOGRAM = 28;
    private static final int MARGIN = 12;

    private final Canvas canvas;
    private Optional<Shown> shown = Optional.empty();
    private Optional<LevelDrag> drag = Optional.empty();

    private record Shown(StackItem item, Picture picture) {}

    LevelBar(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setData(Ids.KEY, "frame.levels");
        canvas.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = "Levels"));
        canvas.setToolTipText("Drag the ends of the range, or all of it. Double click for automatic levels.");
        canvas.addListener(SWT.Paint, e -> shown.ifPresent(each -> paint(e.gc, each)));
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, _ -> drag = Optional.empty());
        canvas.addListener(
                SWT.MouseDoubleClick, _ -> shown.ifPresent(each -> each.item().showLevels(Levels.DEFAULT)));
    }

    Canvas control() {
        return canvas;
    }

    /** Returns how wide the bar wants to be, in points. */
    static int width() {
        return LEFT + STRIP + HISTOGRAM + 10;
    }

    /** Shows the range of a picture. */
    void show(StackItem item, Picture picture) {
        boolean same = shown.isPresent()
                && shown.get().item() == item
                && shown.get().picture().range().equals(picture.range())
                && shown.get().picture().distribution() == picture.distribution()
                && shown.get().picture().wish().colors() == picture.wish().colors();
        shown = Optional.of(new Shown(item, picture));
        if (!same) {
            canvas.redraw();
        }
    }

    /** Shows nothing. */
    void clear() {
        shown = Optional.empty();
        drag = Optional.empty();
        canvas.redraw();
    }

    private LevelScale scale(Picture picture) {
        return LevelScale.of(picture.distribution().axis(), picture.range(), MARGIN, canvas.getSize().y - 2 * MARGIN);
    }

    private void paint(GC gc, Shown each) {
        Picture picture = each.picture();
        LevelScale scale = scale(picture);
        gc.setAntialias(SWT.ON);
        paintStrip(gc, each, scale);
        paintHistogram(gc, picture, scale);
        Range range = picture.range();
        PixelType type = each.item().type();
        paintEnd(gc, scale.yOf(range.high()), LevelScale.text(range.high(), type), -1);
        paintEnd(gc, scale.yOf(range.low()), LevelScale.text(range.low(), type), 1);
    }

    private void paintStrip(GC gc, Shown each, LevelScale scale) {
        Picture picture = each.picture();
        boolean rgb = Row.rgb(each.item().shape().channels());
        Lut lut = rgb
                ? Lut.ofChannel(picture.wish().colors())
                : Lut.of(picture.wish().colors());
        ToneMap tones = new ToneMap(lut, picture.range(), PixelType.F32);
        for (int y = scale.top(); y < scale.top() + scale.height(); y++) {
            gc.setBackground(Colors.of(tones.color(scale.valueAt(y))));
            gc.fillRectangle(LEFT, y, STRIP, 1);
        }
        gc.setForeground(canvas.getForeground());
        gc.setAlpha(90);
        gc.drawRectangle(LEFT, scale.top(), STRIP, scale.height());
        gc.setAlpha(255);
    }

    private void paintHistogram(GC gc, Picture picture, LevelScale scale) {
        Range axis = picture.distribution().axis();
        gc.setBackground(canvas.getForeground());
        gc.setAlpha(110);
        double step = (axis.high() - axis.low()) / Distribution.BINS;
        for (int bin = 0; bin < Distribution.BINS; bin++) {
            int bottom = scale.yOf(axis.low() + bin * step);
            int top = scale.yOf(axis.low() + (bin + 1) * step);
            int length = (int) Math.ceil(picture.distribution().height(bin) * HISTOGRAM);
            gc.fillRectangle(LEFT + STRIP + 4, top, length, Math.max(1, bottom - top));
        }
        gc.setAlpha(255);
    }

    /** Draws the handle of one end, and its value beside it, pushed up or down (-1, 1) from the other end's value. */
    private void paintEnd(GC gc, int y, String text, int side) {
        gc.setForeground(canvas.getForeground());
        gc.setBackground(canvas.getForeground());
        gc.fillPolygon(new int[] {LEFT - 7, y - 5, LEFT - 1, y, LEFT - 7, y + 5});
        gc.drawLine(LEFT, y, LEFT + STRIP, y);
        Point extent = gc.textExtent(text);
        int top = y - extent.y / 2 + side * extent.y / 4;
        gc.drawText(text, Math.max(1, LABEL - extent.x), Math.clamp(top, 0, canvas.getSize().y - extent.y), true);
    }

    private void down(Event e) {
        if (e.button == 1) {
            drag = shown.map(each ->
                    LevelDrag.start(scale(each.picture()), each.picture().range(), e.y));
        }
    }

    private void move(Event e) {
        canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZENS));
        if (shown.isPresent() && drag.isPresent()) {
            StackItem item = shown.get().item();
            Range range = drag.get().to(e.y, item.type());
            item.showLevels(item.levels().withRule(new Levels.Rule.Manual(range)));
        }
    }
}
