package org.tachyscope.ui.views.timeline;

import java.util.Optional;
import org.eclipse.swt.widgets.Display;
import org.tachyscope.ui.api.StackItem;

/** Plays a stack: goes on by one frame whenever the next one is due. UI thread. */
final class Player {

    private final Display display;
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
     * @param changed called when playing begins or ends
     */
    Player(Display display, Runnable changed) {
        this.display = display;
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
        if (playing) {
            item.ifPresent(
                    each -> each.showFrame(Pace.after(each.frame(), each.shape().frames())));
            shown++;
            schedule();
        }
    }
}
