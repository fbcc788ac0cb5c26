package org.tachyscope.ui.views.frame;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.tachyscope.ui.api.Ids;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.api.Subscription;
import org.tachyscope.ui.views.frame.Outcome.Failure;
import org.tachyscope.ui.views.frame.Outcome.Picture;
import org.tachyscope.ui.views.frame.Outcome.Pointed;

/**
 * Shows one frame of a stack, pixel-exact on any screen scaling. Paints what the {@link FrameLoader} has ready, so the UI
 * thread never waits for pixels; a step through time repaints only where the frame is.
 */
final class FrameCanvas {

    /** Key of the canvas's data under which the index of the frame that was last painted is found. For tests. */
    static final String PAINTED = "org.tachyscope.painted";

    private static final String EMPTY = "Drop a folder or an .npy here, or press Ctrl+O";

    private final Canvas canvas;
    private final Display display;
    private final Listener listener;
    private final AtomicBoolean taking = new AtomicBoolean();

    private Optional<Showing> showing = Optional.empty();
    private Optional<PixelImage> image = Optional.empty();
    private Optional<Picture> shown = Optional.empty();
    private Optional<Wish.Spot> pointer = Optional.empty();
    private String failure = "";
    private boolean fitted = true;
    /** Physical pixels per 100 points. */
    private int scale = 100;

    private Viewport view = Viewport.fit(1, 1, 1, 1);

    /** Hears what the canvas shows, on the UI thread. */
    interface Listener {
        /** Tells what lies under the pointer; empty if nothing does. */
        void pointed(String text);

        /** Tells that a picture was taken over. */
        void pictured(Picture picture);

        /** Tells that a frame couldn't be shown; the canvas shows the sentence. */
        void failed(Failure failure);

        /** Tells that zoom or place changed. */
        void moved(Viewport view);
    }

    private record Showing(StackItem item, FrameLoader loader, Subscription changes) {}

    FrameCanvas(Composite parent, Listener listener) {
        this.listener = listener;
        canvas = new Canvas(parent, SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED);
        canvas.setData(Ids.KEY, "frame.canvas");
        display = canvas.getDisplay();
        canvas.addListener(SWT.Paint, e -> paint(e.gc, e.getBounds()));
        canvas.addListener(SWT.Resize, e -> resized());
        canvas.addListener(SWT.ZoomChanged, e -> resized());
        canvas.addListener(SWT.Dispose, e -> dispose());
        new FrameMouse(this, canvas);
        new FrameKeys(this, canvas);
    }

    Canvas control() {
        return canvas;
    }

    /** Shows another stack, or none. A stack of the same frame size is shown at the same zoom and place. */
    void show(Optional<StackItem> item) {
        boolean sameSize = item.isPresent()
                && showing.isPresent()
                && item.get().shape().width() == view.frameWidth()
                && item.get().shape().height() == view.frameHeight();
        release();
        showing = item.map(each -> new Showing(each, new FrameLoader(each, this::ready), each.listen(this::changed)));
        shown = Optional.empty();
        failure = "";
        if (!sameSize) {
            fitted = true;
            resized();
        }
        ask();
        canvas.redraw();
    }

    Optional<StackItem> item() {
        return showing.map(Showing::item);
    }

    Viewport view() {
        return view;
    }

    /** Shows the whole frame, now and whenever the canvas is resized. */
    void fit() {
        fitted = true;
        move(view.fitted());
    }

    /** Shows the frame at another place or zoom. */
    void place(Viewport next) {
        fitted = false;
        move(next);
    }

    /** Goes through time. */
    void step(long frames) {
        item().ifPresent(each -> each.showFrame(each.frame() + frames));
    }

    /** Says which view pixel the pointer is at, if it is over the canvas. */
    void point(Optional<Wish.Spot> spot) {
        pointer = spot;
        if (spot.isEmpty()) {
            listener.pointed("");
        }
        ask();
    }

    /** Turns a place in points into the view pixel at its middle. */
    Wish.Spot spot(int x, int y) {
        return new Wish.Spot((x * scale + scale / 2) / 100, (y * scale + scale / 2) / 100);
    }

    private void changed(StackItem item, StackItem.Change what) {
        switch (what) {
            case FRAME, LEVELS, COLOR_MAP -> ask();
            case SHOWN_RANGE -> {}
        }
    }

    private void move(Viewport next) {
        if (!next.equals(view)) {
            view = next;
            listener.moved(view);
            ask();
        }
    }

    private void resized() {
        Point size = canvas.getSize();
        scale = canvas.getMonitor().getZoom();
        int width = Math.max(1, size.x * scale / 100);
        int height = Math.max(1, size.y * scale / 100);
        var shape = item().map(StackItem::shape);
        int frameWidth = shape.map(each -> each.width()).orElse(1);
        int frameHeight = shape.map(each -> each.height()).orElse(1);
        move(fitted ? Viewport.fit(frameWidth, frameHeight, width, height) : view.resized(width, height));
    }

    private void ask() {
        showing.ifPresent(each -> each.loader()
                .show(new Wish(
                        each.item().frame(),
                        view,
                        each.item().levels(),
                        each.item().colorMap(),
                        rgb(canvas.getBackground()),
                        pointer)));
    }

    private static int rgb(Color color) {
        return color.getRed() << 16 | color.getGreen() << 8 | color.getBlue();
    }

    /** Called by the loader's thread. */
    private void ready() {
        if (taking.compareAndSet(false, true)) {
            try {
                display.asyncExec(this::take);
            } catch (SWTException e) {
                // The display was closed a moment ago, and nobody looks any more.
                taking.set(true);
            }
        }
    }

    private void take() {
        taking.set(false);
        if (!canvas.isDisposed()) {
            showing.ifPresent(each -> each.loader().take(this::use));
        }
    }

    private void use(Outcome outcome) {
        switch (outcome) {
            case Picture picture -> use(picture);
            case Pointed(Optional<Readout> readout) ->
                listener.pointed(readout.map(Readout::text).orElse(""));
            case Failure fault -> {
                failure = fault.sentence();
                shown = Optional.empty();
                canvas.redraw();
                listener.failed(fault);
            }
        }
    }

    private void use(Picture picture) {
        Viewport at = picture.wish().view();
        boolean sameView = shown.isPresent() && shown.get().wish().view().equals(at);
        boolean sameBackground = shown.isPresent()
                && shown.get().wish().background() == picture.wish().background();
        imageOf(at).put(picture.pixels());
        shown = Optional.of(picture);
        failure = "";
        if (sameView && sameBackground) {
            Rectangle dirty = points(at.covered());
            canvas.redraw(dirty.x, dirty.y, dirty.width, dirty.height, false);
        } else {
            canvas.redraw();
        }
        listener.pictured(picture);
        if (pointer.isPresent()) {
            listener.pointed(picture.readout().map(Readout::text).orElse(""));
        }
    }

    private PixelImage imageOf(Viewport at) {
        if (image.isPresent()
                && image.get().width() == at.width()
                && image.get().height() == at.height()) {
            return image.get();
        }
        image.ifPresent(PixelImage::dispose);
        PixelImage next = PixelImage.create(display, at.width(), at.height());
        image = Optional.of(next);
        return next;
    }

    private Rectangle points(Area area) {
        int left = area.x() * 100 / scale;
        int top = area.y() * 100 / scale;
        int right = Math.ceilDiv((area.x() + area.width()) * 100, scale);
        int bottom = Math.ceilDiv((area.y() + area.height()) * 100, scale);
        return new Rectangle(left, top, right - left, bottom - top);
    }

    private void paint(GC gc, Rectangle dirty) {
        if (shown.isPresent() && image.isPresent()) {
            Rectangle pixels =
                    points(new Area(0, 0, image.get().width(), image.get().height()));
            Rectangle inside = dirty.intersection(pixels);
            if (!inside.equals(dirty)) {
                fillBackground(gc, dirty);
            }
            image.get().draw(gc, inside);
            shown.get().labels().ifPresent(labels -> writeValues(gc, labels));
            canvas.setData(PAINTED, shown.get().wish().frame());
            return;
        }
        fillBackground(gc, dirty);
        if (!failure.isEmpty()) {
            write(gc, failure);
        } else if (showing.isEmpty()) {
            write(gc, EMPTY);
        }
    }

    private void writeValues(GC gc, Labels labels) {
        Viewport at = shown.orElseThrow().wish().view();
        int room = (int) (at.zoom() * 100 / scale) - 2;
        for (int i = 0; i < labels.texts().size(); i++) {
            Point extent = gc.textExtent(labels.texts().get(i), SWT.DRAW_DELIMITER);
            if (extent.x <= room && extent.y <= room) {
                double x = at.x() + (labels.box().x() + i % labels.box().width() + 0.5) * at.zoom();
                double y = at.y() + (labels.box().y() + i / labels.box().width() + 0.5) * at.zoom();
                gc.setForeground(display.getSystemColor(labels.bright(i) ? SWT.COLOR_BLACK : SWT.COLOR_WHITE));
                gc.drawText(
                        labels.texts().get(i),
                        (int) (x * 100 / scale) - extent.x / 2,
                        (int) (y * 100 / scale) - extent.y / 2,
                        SWT.DRAW_TRANSPARENT | SWT.DRAW_DELIMITER);
            }
        }
    }

    private void fillBackground(GC gc, Rectangle dirty) {
        gc.setBackground(canvas.getBackground());
        gc.fillRectangle(dirty);
    }

    private void write(GC gc, String text) {
        gc.setForeground(canvas.getForeground());
        String wrapped = Wrapping.wrap(text, canvas.getSize().x - 40, line -> gc.textExtent(line).x);
        Point extent = gc.textExtent(wrapped, SWT.DRAW_DELIMITER);
        Point size = canvas.getSize();
        gc.drawText(
                wrapped, (size.x - extent.x) / 2, (size.y - extent.y) / 2, SWT.DRAW_TRANSPARENT | SWT.DRAW_DELIMITER);
    }

    private void release() {
        showing.ifPresent(each -> {
            each.changes().close();
            each.loader().close();
        });
        showing = Optional.empty();
        canvas.setData(PAINTED, -1L);
    }

    private void dispose() {
        showing.ifPresent(each -> {
            each.changes().close();
            each.loader().close();
        });
        image.ifPresent(PixelImage::dispose);
    }
}
