package org.tachyscope.ui.views.timeline;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.tachyscope.ui.api.Ids;
import org.tachyscope.ui.api.StackItem;

/**
 * Shows the whole length of a stack and where in it we are. Click and drag, the wheel (with Ctrl by pages), arrows, pages, Home
 * and End go through time.
 */
final class TimelineBar {

    private static final int MARGIN = 14;
    private static final int TRACK = 4;
    private static final int HANDLE = 6;

    private final Canvas canvas;
    private final Runnable play;
    private Optional<StackItem> item = Optional.empty();
    private long painted;
    private boolean dragging;

    TimelineBar(Composite parent, Runnable play) {
        this.play = play;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setData(Ids.KEY, "timeline.bar");
        canvas.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = "Timeline"));
        canvas.addListener(SWT.Paint, e -> item.ifPresent(each -> paint(e.gc, each)));
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::drag);
        canvas.addListener(SWT.MouseUp, this::drop);
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseHorizontalWheel, this::wheel);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.FocusIn, _ -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, _ -> canvas.redraw());
        canvas.addListener(SWT.Traverse, e -> {
            if (e.detail != SWT.TRAVERSE_TAB_NEXT && e.detail != SWT.TRAVERSE_TAB_PREVIOUS) {
                e.doit = false;
            }
        });
    }

    Canvas control() {
        return canvas;
    }

    /** Shows another stack, or none. */
    void show(Optional<StackItem> next) {
        item = next;
        canvas.redraw();
    }

    /** Moves the handle to the stack's frame, and repaints only where it was and is. */
    void frameChanged() {
        item.ifPresent(each -> {
            TimeScale scale = scale(each);
            redrawAround(scale.xOf(Math.min(painted, scale.frames() - 1)));
            redrawAround(scale.xOf(each.frame()));
        });
    }

    private void redrawAround(int x) {
        canvas.redraw(x - HANDLE - 2, 0, 2 * HANDLE + 4, canvas.getSize().y, false);
    }

    private TimeScale scale(StackItem each) {
        return new TimeScale(each.shape().frames(), MARGIN, Math.max(1, canvas.getSize().x - 2 * MARGIN));
    }

    private void paint(GC gc, StackItem each) {
        TimeScale scale = scale(each);
        Point size = canvas.getSize();
        gc.setAntialias(SWT.ON);
        int middle = size.y / 2 - gc.getFontMetrics().getHeight() / 2;
        Color ink = canvas.getForeground();
        paintTicks(gc, scale, middle, ink);
        gc.setBackground(ink);
        gc.setAlpha(60);
        gc.fillRoundRectangle(MARGIN, middle - TRACK / 2, scale.length(), TRACK, TRACK, TRACK);
        gc.setAlpha(255);
        paintHandle(gc, scale.xOf(each.frame()), middle);
        painted = each.frame();
    }

    private void paintTicks(GC gc, TimeScale scale, int middle, Color ink) {
        gc.setForeground(ink);
        int room = gc.textExtent(Long.toString(scale.frames())).x + 24;
        for (long frame : scale.ticks(room)) {
            int x = scale.xOf(frame);
            gc.setAlpha(120);
            gc.drawLine(x, middle + TRACK, x, middle + TRACK + 5);
            gc.setAlpha(200);
            String text = Long.toString(frame);
            Point extent = gc.textExtent(text);
            int left = Math.clamp(x - extent.x / 2, 0, Math.max(0, canvas.getSize().x - extent.x));
            gc.drawText(text, left, middle + TRACK + 7, true);
        }
        gc.setAlpha(255);
    }

    private void paintHandle(GC gc, int x, int middle) {
        gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        gc.fillRoundRectangle(x - 2, middle - 14, 4, 28, 4, 4);
        gc.fillOval(x - HANDLE, middle - HANDLE, 2 * HANDLE, 2 * HANDLE);
        if (canvas.isFocusControl()) {
            gc.setForeground(canvas.getForeground());
            gc.drawOval(x - HANDLE, middle - HANDLE, 2 * HANDLE, 2 * HANDLE);
        }
    }

    private void down(Event e) {
        canvas.setFocus();
        dragging = e.button == 1;
        drag(e);
    }

    private void drag(Event e) {
        if (dragging) {
            item.ifPresent(each -> each.showFrame(scale(each).frameAt(e.x)));
        }
    }

    /** Ends a drag where the button was released: the last move may not have been told. */
    private void drop(Event e) {
        drag(e);
        dragging = false;
    }

    private void wheel(Event e) {
        item.ifPresent(each -> {
            long step = (e.stateMask & SWT.MOD1) != 0 ? scale(each).page() : 1;
            each.showFrame(each.frame() - step * Integer.signum(e.count));
        });
        e.doit = false;
    }

    private void key(Event e) {
        if ((e.stateMask & (SWT.MOD1 | SWT.MOD3)) == 0) {
            item.ifPresent(each -> key(e, each, scale(each).page()));
        }
    }

    private void key(Event e, StackItem each, long page) {
        switch (e.keyCode) {
            case SWT.ARROW_LEFT, SWT.ARROW_DOWN -> each.showFrame(each.frame() - 1);
            case SWT.ARROW_RIGHT, SWT.ARROW_UP -> each.showFrame(each.frame() + 1);
            case SWT.PAGE_UP -> each.showFrame(each.frame() - page);
            case SWT.PAGE_DOWN -> each.showFrame(each.frame() + page);
            case SWT.HOME -> each.showFrame(0);
            case SWT.END -> each.showFrame(each.shape().frames() - 1);
            case ' ' -> play.run();
            default -> {}
        }
    }
}
