package org.tachyscope.ui.views.frame;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/**
 * Turns the mouse into movement: the wheel zooms about the pointer, with Shift it goes through time, dragging pans, a double
 * click fits the frame into the view.
 */
final class FrameMouse {

    private final FrameCanvas frame;
    private final Canvas canvas;
    private Optional<Drag> drag = Optional.empty();

    private record Drag(Wish.Spot start, Viewport view) {}

    FrameMouse(FrameCanvas frame, Canvas canvas) {
        this.frame = frame;
        this.canvas = canvas;
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseHorizontalWheel, this::sideways);
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseExit, _ -> frame.point(Optional.empty()));
        canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
    }

    private void wheel(Event e) {
        if (e.count == 0) {
            return;
        }
        if ((e.stateMask & SWT.SHIFT) != 0) {
            frame.step(-Integer.signum(e.count));
        } else {
            Wish.Spot at = frame.spot(e.x, e.y);
            double zoom = frame.view().step(Integer.signum(e.count));
            frame.place(frame.view().zoomed(zoom, at.px(), at.py()));
        }
        e.doit = false;
    }

    private void sideways(Event e) {
        frame.step(-Integer.signum(e.count));
        e.doit = false;
    }

    private void down(Event e) {
        canvas.setFocus();
        if (e.button == 1 || e.button == 2) {
            drag = Optional.of(new Drag(frame.spot(e.x, e.y), frame.view()));
        }
    }

    private void move(Event e) {
        pan(e);
        frame.point(Optional.of(frame.spot(e.x, e.y)));
    }

    private void pan(Event e) {
        drag.ifPresent(from -> {
            Wish.Spot at = frame.spot(e.x, e.y);
            int dx = at.px() - from.start().px();
            int dy = at.py() - from.start().py();
            if (dx != 0 || dy != 0) {
                canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
                frame.place(from.view().moved(dx, dy));
            }
        });
    }

    /** Ends a drag where the button was released: the last move may not have been told. */
    private void up(Event e) {
        pan(e);
        drag = Optional.empty();
        canvas.setCursor(null);
    }

    private void doubleClick(Event e) {
        if (e.button == 1) {
            drag = Optional.empty();
            frame.fit();
        }
    }
}
