package org.tachyscope.ui.views.timeline;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.widgets.Display;
import org.tachyscope.ui.api.StackItem;

/**
 * Plays a stack: goes on by one frame whenever the next one is due and the last one was painted, so none is skipped. UI
 * thread.
 */
final class Player {

    private final Display display;
    private static final int WAIT = 4;

    private final BooleanSupplier painted;
    private final Runnable changed;
    private final Runnable tick = this::tick;
    private Optional<StackItem> item = Optional.empty();
    private Pace pace = new Pace(25);
    private boolean playing;
    private long started;
    private long shown;

    /**
     * Waits for a stack.
     *
     * @param painted tells whether the frame that is asked for was painted
     * @param changed called when playing begins or ends
     */
    Player(Display display, BooleanSupplier painted, Runnable changed) {
        this.display = display;
        this.painted = painted;
        this.changed = changed;
    }

    boolean playing() {
        return playing;
    }

    /** Stops and takes another stack, or none. */
    void show(Optional<StackItem> next) {
        stop();
        item = next;
    }

    /** Plays at another rate, in frames per second. */
    void rate(double fps) {
        pace = new Pace(fps);
        restart();
    }

    void playOrPause() {
        if (playing) {
            stop();
        } else if (item.isPresent() && item.get().shape().frames() > 1) {
            playing = true;
            restart();
            changed.run();
            schedule();
        }
    }

    void stop() {
        if (playing) {
            playing = false;
            changed.run();
        }
    }

    private void restart() {
        started = System.nanoTime();
        shown = 0;
    }

    private void schedule() {
        display.timerExec(pace.delay(started, shown + 1, System.nanoTime()), tick);
    }

    private void tick() {
        if (!playing) {
            return;
        }
        if (!painted.getAsBoolean()) {
            display.timerExec(WAIT, tick);
            return;
        }
        if (pace.late(started, shown + 1, System.nanoTime())) {
            restart();
        }
        item.ifPresent(
                each -> each.showFrame(Pace.after(each.frame(), each.shape().frames())));
        shown++;
        schedule();
    }
}
