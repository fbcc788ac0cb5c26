package org.tachyscope.ui.tests;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.tachyscope.ui.api.Ids;

/**
 * Finds controls by {@link Ids#KEY} and moves mouse and keys as a person would, through the window system's event queue.
 * Called from the test's thread, never from the UI thread: tests wait, the window goes on.
 */
final class Hands {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    /** SWT's own {@code Display.post} fakes events inside the program, and knows no wheel. */
    private static final Robot ROBOT = robot();

    private Hands() {}

    private static Robot robot() {
        try {
            return new Robot();
        } catch (AWTException e) {
            throw new AssertionError("no way to move the pointer", e);
        }
    }

    static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    /** Asks in the UI thread. */
    static <T> T ask(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        display().syncExec(() -> answer.set(question.get()));
        return answer.get();
    }

    /** Acts in the UI thread. */
    static void act(Runnable action) {
        display().syncExec(action);
    }

    /** Waits until a condition, checked in the UI thread, holds. */
    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!ask(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("within 20 s this did not come true: " + what);
            }
            pause(20);
        }
    }

    /** Waits for the visible control or shell of this id. */
    static Control find(String id) {
        until("a visible control \"" + id + "\"", () -> look(id).isPresent());
        return ask(() -> look(id).orElseThrow());
    }

    /** Looks for the visible control or shell of this id. In the UI thread. */
    static Optional<Control> look(String id) {
        Deque<Control> open = new ArrayDeque<>();
        for (Shell shell : display().getShells()) {
            open.add(shell);
        }
        while (!open.isEmpty()) {
            Control control = open.remove();
            if (control.isVisible() && id.equals(control.getData(Ids.KEY))) {
                return Optional.of(control);
            }
            if (control instanceof Composite parent) {
                for (Control child : parent.getChildren()) {
                    open.add(child);
                }
            }
        }
        return Optional.empty();
    }

    /** Moves the pointer to a point of the control, in its own coordinates. */
    static void move(Control control, int x, int y) {
        Point place = ask(() -> control.toDisplay(x, y));
        ROBOT.mouseMove(place.x, place.y);
        settle();
    }

    static void press(int button) {
        ROBOT.mousePress(InputEvent.getMaskForButton(button));
        settle();
    }

    static void release(int button) {
        ROBOT.mouseRelease(InputEvent.getMaskForButton(button));
        settle();
    }

    static void click(Control control, int x, int y) {
        move(control, x, y);
        press(1);
        release(1);
    }

    static void drag(Control control, Point from, Point to) {
        move(control, from.x, from.y);
        press(1);
        int steps = 10;
        for (int i = 1; i <= steps; i++) {
            move(control, from.x + (to.x - from.x) * i / steps, from.y + (to.y - from.y) * i / steps);
        }
        release(1);
    }

    /** Turns the wheel where the pointer is; up is positive. */
    static void wheel(int notches) {
        for (int i = 0; i < Math.abs(notches); i++) {
            ROBOT.mouseWheel(-Integer.signum(notches));
            settle();
        }
    }

    /** Presses and releases a key: a character, or a constant such as {@code SWT.ARROW_RIGHT}. */
    static void type(int key) {
        key(SWT.KeyDown, key);
        key(SWT.KeyUp, key);
    }

    /** Presses a letter or digit together with modifiers. */
    static void chord(int modifiers, char key) {
        List<Integer> held = Stream.of(SWT.CTRL, SWT.SHIFT, SWT.ALT)
                .filter(each -> (modifiers & each) != 0)
                .toList();
        held.forEach(Hands::hold);
        ROBOT.keyPress(KeyEvent.getExtendedKeyCodeForChar(key));
        ROBOT.keyRelease(KeyEvent.getExtendedKeyCodeForChar(key));
        settle();
        held.forEach(Hands::letGo);
    }

    static void hold(int modifier) {
        ROBOT.keyPress(keyOf(modifier));
        settle();
    }

    static void letGo(int modifier) {
        ROBOT.keyRelease(keyOf(modifier));
        settle();
    }

    private static int keyOf(int modifier) {
        return switch (modifier) {
            case SWT.SHIFT -> KeyEvent.VK_SHIFT;
            case SWT.CTRL -> KeyEvent.VK_CONTROL;
            case SWT.ALT -> KeyEvent.VK_ALT;
            default -> throw new IllegalArgumentException("no modifier: " + modifier);
        };
    }

    private static void key(int type, int key) {
        Event event = event(type);
        if ((key & (SWT.KEYCODE_BIT | SWT.MODIFIER_MASK)) == 0) {
            event.character = (char) key;
        } else {
            event.keyCode = key;
        }
        post(event);
    }

    private static Event event(int type) {
        Event event = new Event();
        event.type = type;
        return event;
    }

    private static void post(Event event) {
        if (!ask(() -> display().post(event))) {
            throw new AssertionError("the window system took no event of type " + event.type);
        }
        settle();
    }

    /** Lets the window work off what is queued. */
    private static void settle() {
        pause(10);
        act(() -> {});
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
