package org.tachyscope.load.npy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Presents a mapped array whose frames have to be gathered or converted when they are read. */
final class NpyStack implements Stack {

    private final Arena arena;
    private final Source source;
    private final SampleType from;
    private final Shape shape;
    private final Metadata metadata;

    /**
     * Presents an array.
     *
     * @param arena owns the mapping; closed with this stack
     */
    NpyStack(Arena arena, Source source, SampleType from, Shape shape, Metadata metadata) {
        this.arena = arena;
        this.source = source;
        this.from = from;
        this.shape = shape;
        this.metadata = metadata;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public PixelType type() {
        return from.kind().type();
    }

    @Override
    public Metadata metadata() {
        return metadata;
    }

    @Override
    public Cursor cursor() {
        return from.stored() ? new Reading() : new Converting();
    }

    @Override
    public void close() {
        arena.close();
    }

    private void check(long index) {
        Objects.checkIndex(index, shape.frames());
        if (!arena.scope().isAlive()) {
            throw new IllegalStateException(metadata.name() + " is closed");
        }
    }

    private final class Reading implements Cursor {
        private final Source.Reader reader = source.reader();

        @Override
        public Frame frame(long index) {
            check(index);
            return Frame.of(shape, type(), reader.frame(index).asReadOnly());
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    private final class Converting implements Cursor {
        private final Source.Reader reader = source.reader();
        private final Conversion conversion = new Conversion(from);
        private final Arena own = Arena.ofConfined();
        private final MemorySegment out = own.allocate((long) shape.samplesPerFrame() * type().bytes(), 64);
        private final Frame frame = Frame.of(shape, type(), out.asReadOnly());

        @Override
        public Frame frame(long index) {
            check(index);
            conversion.convert(reader.frame(index), out, shape.samplesPerFrame());
            return frame;
        }

        @Override
        public void close() {
            reader.close();
            own.close();
        }
    }
}
