package org.tachyscope.ui.views.frame;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;

/** Reads frames through a cursor until it is told to stop, but not the same one twice in a row: decoding may be slow. */
final class LastFrame implements Cursor {

    private final Cursor cursor;
    private final BooleanSupplier stopped;
    private Optional<Frame> last = Optional.empty();
    private long index;

    LastFrame(Cursor cursor, BooleanSupplier stopped) {
        this.cursor = cursor;
        this.stopped = stopped;
    }

    @Override
    public Frame frame(long wanted) throws IOException {
        if (last.isPresent() && index == wanted) {
            return last.get();
        }
        if (stopped.getAsBoolean()) {
            throw new CancellationException("stopped");
        }
        last = Optional.empty();
        Frame frame = cursor.frame(wanted);
        last = Optional.of(frame);
        index = wanted;
        return frame;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
