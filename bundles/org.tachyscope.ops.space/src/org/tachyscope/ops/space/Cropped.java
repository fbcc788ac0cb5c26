package org.tachyscope.ops.space;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Shows a rectangle of another stack's frames. */
final class Cropped implements Stack {

    private final Stack input;
    private final Box box;
    private final Shape shape;

    Cropped(Stack input, Box box) {
        this.input = input;
        this.box = box;
        shape = new Shape(
                input.shape().frames(), box.height(), box.width(), input.shape().channels());
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public PixelType type() {
        return input.type();
    }

    @Override
    public Metadata metadata() {
        String words =
                box + " px of " + input.shape().width() + "×" + input.shape().height();
        Metadata metadata = input.metadata().withProperty("crop", words);
        return wholeFrames()
                ? metadata
                : metadata.withLoss(new Loss(Loss.Kind.CROPPED, shape.frames(), "crop " + words));
    }

    private boolean wholeFrames() {
        return wholeRows() && box.height() == input.shape().height();
    }

    /** Returns the input's pixels if all of them are kept, or if there is one frame and whole rows of it are. */
    @Override
    public Optional<MemorySegment> contiguous() {
        if (!wholeRows() || box.height() < input.shape().height() && shape.frames() > 1) {
            return Optional.empty();
        }
        return input.contiguous().map(all -> all.asSlice(start(), shape.samples() * type().bytes()));
    }

    @Override
    public Optional<Origin> origin() {
        long bytes = wholeRows() ? 0 : frameBytes();
        return Optional.of(new Origin("crop " + box, List.of(input), Origin.Reach.NONE, Origin.Reach.ALL, bytes));
    }

    @Override
    public Cursor cursor() throws IOException {
        return wholeRows() ? new Slices(input.cursor()) : new Copies(input.cursor());
    }

    private boolean wholeRows() {
        return box.width() == input.shape().width();
    }

    private long frameBytes() {
        return (long) shape.samplesPerFrame() * type().bytes();
    }

    /** Returns the byte of an input's frame where the rectangle starts. */
    private long start() {
        return ((long) box.y() * input.shape().width() + box.x()) * shape.channels() * type().bytes();
    }

    private void copy(Frame from, MemorySegment out) {
        long row = (long) shape.samplesPerRow() * type().bytes();
        long inputRow = (long) input.shape().samplesPerRow() * type().bytes();
        for (int i = 0; i < shape.height(); i++) {
            MemorySegment.copy(from.pixels(), start() + i * inputRow, out, i * row, row);
        }
    }

    /** Hands out rows where they lie. */
    private final class Slices implements Cursor {
        private final Cursor from;

        Slices(Cursor from) {
            this.from = from;
        }

        @Override
        public Frame frame(long index) throws IOException {
            return Frame.of(shape, type(), from.frame(index).pixels().asSlice(start(), frameBytes()));
        }

        @Override
        public void close() {
            from.close();
        }
    }

    /** Puts the rectangle's rows together. */
    private final class Copies implements Cursor {
        private final Cursor from;
        private final Arena arena = Arena.ofConfined();
        private final MemorySegment out = arena.allocate(frameBytes(), 64);
        private final Frame frame = Frame.of(shape, type(), out.asReadOnly());

        Copies(Cursor from) {
            this.from = from;
        }

        @Override
        public Frame frame(long index) throws IOException {
            copy(from.frame(index), out);
            return frame;
        }

        @Override
        public void read(long index, MemorySegment into) throws IOException {
            copy(from.frame(index), into);
        }

        @Override
        public void close() {
            from.close();
            arena.close();
        }
    }
}
