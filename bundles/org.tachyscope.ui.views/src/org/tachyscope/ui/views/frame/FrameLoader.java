package org.tachyscope.ui.views.frame;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.ui.api.Hold;
import org.tachyscope.ui.api.Range;
import org.tachyscope.ui.api.StackItem;
import org.tachyscope.ui.views.frame.Outcome.Failure;
import org.tachyscope.ui.views.frame.Outcome.Picture;
import org.tachyscope.ui.views.frame.Outcome.Pointed;

/**
 * Reads and paints frames of one stack on a thread of its own, so that nobody waits for pixels. The newest wish wins: wishes
 * and pictures that nobody picked up in time are replaced, never queued.
 *
 * <p>Two buffers are swapped: one is painted while the other one waits to be taken. All methods are for the UI thread.
 */
final class FrameLoader implements AutoCloseable {

    private final String name;
    private final Hold hold;
    private final Runnable ready;
    private final Object lock = new Object();

    private Optional<Wish> wish = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private boolean closed;
    private int[] spare = new int[0];

    /**
     * Starts the thread, which keeps the stack open until {@link #close}.
     *
     * @param ready called on that thread when something can be taken
     */
    FrameLoader(StackItem item, Runnable ready) {
        this.name = item.name();
        this.hold = item.hold();
        this.ready = ready;
        Thread.ofPlatform().daemon().name("frames of " + item.name()).start(this::work);
    }

    /** Asks for a picture. Returns at once. */
    void show(Wish newest) {
        synchronized (lock) {
            wish = Optional.of(newest);
            lock.notifyAll();
        }
    }

    /** Hands the newest outcome to {@code taker}, if there is one that wasn't taken yet. Its pixels are lent for the call. */
    void take(Consumer<Outcome> taker) {
        synchronized (lock) {
            outcome.ifPresent(taker);
            outcome.ifPresent(this::keepBuffer);
            outcome = Optional.empty();
        }
    }

    /** Lets the stack go as soon as the frame that is being read is done. Returns at once. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
    }

    private boolean closed() {
        synchronized (lock) {
            return closed;
        }
    }

    private void work() {
        try (hold;
                Cursor cursor = new LastFrame(hold.stack().cursor(), this::closed)) {
            serve(new Painter(hold.stack(), cursor));
        } catch (IOException | RuntimeException e) {
            publish(new Failure(name + ": " + reason(e), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Painter painter) throws InterruptedException {
        for (Optional<Wish> next = await(); next.isPresent(); next = await()) {
            publish(fulfil(painter, next.get()));
        }
    }

    private Outcome fulfil(Painter painter, Wish next) {
        try {
            Distribution distribution = painter.distribution();
            Range range = painter.range(next);
            if (painter.painted(next, range)) {
                return new Pointed(painter.read(next));
            }
            int[] pixels = buffer(next.view().width() * next.view().height());
            painter.paint(next, range, pixels);
            return new Picture(next, range, distribution, painter.read(next), painter.labels(next, pixels), pixels);
        } catch (IOException e) {
            return new Failure(reason(e), e);
        } catch (RuntimeException e) {
            return new Failure("frame " + next.frame() + " of " + name + ": " + reason(e), e);
        } catch (InternalError e) {
            // What reading a mapped file throws that was cut short meanwhile.
            return new Failure("frame " + next.frame() + " of " + name + " is gone: its file was cut short", e);
        }
    }

    private static String reason(Exception e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.toString());
    }

    private Optional<Wish> await() throws InterruptedException {
        synchronized (lock) {
            while (wish.isEmpty() && !closed) {
                lock.wait();
            }
            Optional<Wish> next = closed ? Optional.empty() : wish;
            wish = Optional.empty();
            return next;
        }
    }

    private void publish(Outcome done) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            outcome = Optional.of(replaced(done));
        }
        ready.run();
    }

    /** Returns what is to be taken instead of the outcome that wasn't taken yet. */
    private Outcome replaced(Outcome done) {
        if (outcome.isPresent() && outcome.get() instanceof Picture waiting) {
            if (done instanceof Pointed(Optional<Readout> readout)) {
                return new Picture(
                        waiting.wish(),
                        waiting.range(),
                        waiting.distribution(),
                        readout,
                        waiting.labels(),
                        waiting.pixels());
            }
            keepBuffer(waiting);
        }
        return done;
    }

    private int[] buffer(int size) {
        synchronized (lock) {
            int[] buffer = spare;
            spare = new int[0];
            return buffer.length < size ? new int[size] : buffer;
        }
    }

    private void keepBuffer(Outcome used) {
        if (used instanceof Picture picture && picture.pixels().length >= spare.length) {
            spare = picture.pixels();
        }
    }
}
