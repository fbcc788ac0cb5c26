package org.tachyscope.ops.space;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.Engine;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.opencv.OpenCv;

/** Moves the frames of another stack to where a reference has them. */
final class Registered implements Stack {

    private final Engine engine;
    private final Stack input;
    private final Register.Params params;
    private volatile @Nullable Shifts shifts;

    Registered(Engine engine, Stack input, Register.Params params) {
        this.engine = engine;
        this.input = input;
        this.params = params;
    }

    @Override
    public Shape shape() {
        return input.shape();
    }

    @Override
    public PixelType type() {
        return input.type();
    }

    /** Lists the shifts once they are known. */
    @Override
    public Metadata metadata() {
        Shifts known = shifts;
        return known == null ? input.metadata() : known.describe(input.metadata(), words());
    }

    private String words() {
        String reference = switch (params.reference()) {
            case FRAME -> "frame " + params.frame();
            case PREVIOUS -> "the previous frame, frame " + params.frame() + " fixed";
        };
        return "register to " + reference + ", " + params.method().name().toLowerCase(Locale.ROOT) + ", outside "
                + params.fill();
    }

    @Override
    public Optional<Origin> origin() {
        long bytes = (long) shape().samplesPerFrame() * type().bytes() + Mover.bytes(params.method(), shape());
        return Optional.of(new Origin(words(), List.of(input), Origin.Reach.NONE, Origin.Reach.ALL, bytes));
    }

    @Override
    public void prepare(Progress progress) throws IOException {
        input.prepare(progress);
        shifts(progress);
    }

    private synchronized Shifts shifts(Progress progress) throws IOException {
        Shifts known = shifts;
        if (known == null) {
            known = estimate(progress);
            shifts = known;
        }
        return known;
    }

    private Shifts estimate(Progress progress) throws IOException {
        OpenCv.load();
        progress.step("registering");
        Shift[] found = switch (params.reference()) {
            case FRAME -> fromOne(progress);
            case PREVIOUS -> fromPrevious(progress);
        };
        return Shifts.of(found, (int) params.frame());
    }

    private Shift[] fromOne(Progress progress) throws IOException {
        try (Cursor cursor = input.cursor();
                ShiftFold fold = new ShiftFold(shape(), type(), params.taper(), cursor.frame(params.frame()))) {
            return ShiftFold.shifts(
                    engine.reduce(input, List.of(fold.fold()), progress).getFirst());
        }
    }

    private Shift[] fromPrevious(Progress progress) throws IOException {
        int frames = Math.toIntExact(shape().frames());
        Shift[] found = new Shift[frames];
        try (PhaseCorrelation correlation = new PhaseCorrelation(shape(), params.taper());
                Cursor cursor = input.cursor()) {
            correlation.refer(cursor.frame(0));
            for (int t = 0; t < frames; t++) {
                progress.checkCancelled();
                Shift step = correlation.shift(cursor.frame(t));
                found[t] = t == 0 ? step : step.from(found[t - 1]);
                correlation.referToLast();
                progress.worked(t + 1, frames);
            }
        }
        return found;
    }

    @Override
    public Cursor cursor() throws IOException {
        Shifts known = shifts(Progress.none());
        return new Moved(known, input.cursor());
    }

    private final class Moved implements Cursor {
        private final Shifts known;
        private final Cursor from;
        private final Mover mover = Mover.of(params.method(), shape(), params.fill());
        private final Arena arena = Arena.ofConfined();
        private final MemorySegment out = arena.allocate((long) shape().samplesPerFrame() * type().bytes(), 64);
        private final Frame frame = Frame.of(shape(), type(), out.asReadOnly());

        Moved(Shifts known, Cursor from) {
            this.known = known;
            this.from = from;
        }

        @Override
        public Frame frame(long index) throws IOException {
            read(index, out);
            return frame;
        }

        @Override
        public void read(long index, MemorySegment into) throws IOException {
            Frame in = from.frame(index);
            mover.move(in, known.x(index), known.y(index), into);
        }

        @Override
        public void close() {
            from.close();
            mover.close();
            arena.close();
        }
    }
}
