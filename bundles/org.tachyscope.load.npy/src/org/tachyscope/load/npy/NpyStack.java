package org.tachyscope.load.npy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;
import org.tachyscope.api.Progress;
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
    private final Rule rule;
    private final Shape shape;
    private final Metadata metadata;
    private Optional<Linear> mapping = Optional.empty();

    /**
     * Presents an array.
     *
     * @param arena owns the mapping; closed with this stack
     */
    NpyStack(Arena arena, Source source, Rule rule, Shape shape, Metadata metadata) {
        this.arena = arena;
        this.source = source;
        this.rule = rule;
        this.shape = shape;
        this.metadata = metadata;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public PixelType type() {
        return rule.type();
    }

    @Override
    public Metadata metadata() {
        return metadata;
    }

    /** Finds the smallest and the largest value, if they map the values. */
    @Override
    public void prepare(Progress progress) {
        mapping(progress);
    }

    private synchronized Linear mapping(Progress progress) {
        if (mapping.isEmpty()) {
            Wide wide = new Wide(rule.from(), rule.params().complex());
            boolean finds = rule.params().values() == Values.MIN_MAX;
            mapping = Optional.of(finds ? Extremes.toUnit(source, wide, shape, progress) : Linear.NONE);
        }
        return mapping.get();
    }

    @Override
    public Cursor cursor() {
        return rule.stored() ? new Reading() : new Converting();
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
        private final Conversion conversion = rule.conversion(mapping(Progress.none()));
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
