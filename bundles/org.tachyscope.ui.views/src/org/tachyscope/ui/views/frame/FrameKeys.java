package org.tachyscope.ui.views.frame;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** Turns keys into movement: plus, minus, 0 (fit) and 1 (actual size) zoom; arrows, pages, Home and End go through time. */
final class FrameKeys {

    private static final long PAGE = 10;

    private final FrameCanvas frame;

    FrameKeys(FrameCanvas frame, Canvas canvas) {
        this.frame = frame;
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, e -> {
            if (e.detail != SWT.TRAVERSE_TAB_NEXT && e.detail != SWT.TRAVERSE_TAB_PREVIOUS) {
                e.doit = false;
            }
        });
    }

    private void key(Event e) {
        if ((e.stateMask & (SWT.MOD1 | SWT.MOD3)) == 0 && (time(e.keyCode) || zoom(e.character))) {
            e.doit = false;
        }
    }

    private boolean time(int key) {
        switch (key) {
            case SWT.ARROW_LEFT, SWT.KEYPAD_4 -> frame.step(-1);
            case SWT.ARROW_RIGHT, SWT.KEYPAD_6 -> frame.step(1);
            case SWT.PAGE_UP -> frame.step(-page());
            case SWT.PAGE_DOWN -> frame.step(page());
            case SWT.HOME -> frame.step(-frames());
            case SWT.END -> frame.step(frames());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean zoom(char character) {
        Viewport view = frame.view();
        switch (character) {
            case '+', '=' -> frame.place(view.zoomed(view.step(1)));
            case '-' -> frame.place(view.zoomed(view.step(-1)));
            case '0' -> frame.fit();
            case '1' -> frame.place(view.zoomed(1));
            default -> {
                return false;
            }
        }
        return true;
    }

    private long frames() {
        return frame.item().map(item -> item.shape().frames()).orElse(0L);
    }

    private long page() {
        return Math.max(PAGE, frames() / 20);
    }
}
