package org.tachyscope.ui.views.frame;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.Point;
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
 * Shows one frame of a stack, pixel-exact on any screen scaling. Asks the {@link FrameLoader} for what is to
 * be seen and hands what it has ready to the {@link Sheet}, so the UI thread never waits for pixels.
 */
final class FrameCanvas {

    /** Key of the canvas's data under which the index of the frame that was last painted is found. For tests. */
    static final String PAINTED = "org.tachyscope.painted";

    private static final String EMPTY = "Drop a folder or an .npy here, or press Ctrl+O";

    private final Canvas canvas;
    private final Display display;
    private final Sheet sheet;
    private final Listener listener;
    private final AtomicBoolean taking = new AtomicBoolean();

    private Optional<Showing> showing = Optional.empty();
    private Optional<Wish.Spot> pointer = Optional.empty();
    private boolean fitted = true;
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
        canvas.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = "Frame"));
        display = canvas.getDisplay();
        sheet = new Sheet(canvas, this::ask);
        sheet.show(EMPTY);
        canvas.addListener(SWT.Resize, _ -> resized());
        canvas.addListener(SWT.ZoomChanged, _ -> resized());
        canvas.addListener(SWT.Dispose, _ -> release());
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
        if (item.isPresent()) {
            sheet.outdate();
        } else {
            sheet.show(EMPTY);
        }
        if (!sameSize) {
            fitted = true;
            resized();
        }
        ask();
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

    /** Tells whether the frame that is asked for was painted, or never will be. */
    boolean caughtUp() {
        return item().isEmpty()
                || !canvas.isVisible()
                || sheet.showsWords()
                || Long.valueOf(item().get().frame()).equals(canvas.getData(PAINTED));
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
        int scale = sheet.scale();
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
        int scale = canvas.getMonitor().getZoom();
        sheet.scaleTo(scale);
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
                        Colors.rgb(canvas.getBackground()),
                        pointer)));
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
            case Picture picture -> {
                sheet.show(picture);
                listener.pictured(picture);
                if (pointer.isPresent()) {
                    tell(picture.readout());
                }
            }
            case Pointed(Optional<Readout> readout) -> tell(readout);
            case Failure failure -> {
                sheet.show(failure.sentence());
                listener.failed(failure);
            }
        }
    }

    private void tell(Optional<Readout> readout) {
        listener.pointed(readout.map(Readout::text).orElse(""));
    }

    private void release() {
        showing.ifPresent(each -> {
            each.changes().close();
            each.loader().close();
        });
        showing = Optional.empty();
    }
}
