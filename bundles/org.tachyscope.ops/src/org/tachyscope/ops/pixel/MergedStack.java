package org.tachyscope.ops.pixel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tachyscope.api.Engine;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Interleaves the channels of equally shaped stacks, which it opens when it is prepared and closes. */
final class MergedStack implements Stack {

    private final Engine engine;
    private final Stack input;
    private final List<Path> files;
    private final Shape shape;
    private volatile List<Stack> others = List.of();

    private MergedStack(Engine engine, Stack input, List<Path> files) {
        this.engine = engine;
        this.input = input;
        this.files = files;
        Shape one = input.shape();
        shape = new Shape(
                one.frames(), one.height(), one.width(), Math.multiplyExact(one.channels(), files.size() + 1));
    }

    /** Merges {@code input} with files, at least one. */
    static Stack of(Engine engine, Stack input, List<FileName> files) {
        return new MergedStack(
                engine,
                input,
                files.stream().map(file -> Operands.path(file.text())).toList());
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
        return input.metadata();
    }

    @Override
    public Optional<Origin> origin() {
        String names =
                files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
        List<Stack> inputs = Stream.concat(Stream.of(input), others.stream()).toList();
        long bytes = (long) shape.samplesPerFrame() * type().bytes();
        return Optional.of(
                new Origin("merge channels with " + names, inputs, Origin.Reach.NONE, Origin.Reach.NONE, bytes));
    }

    @Override
    public void prepare(Progress progress) throws IOException {
        input.prepare(progress);
        open(progress);
    }

    private synchronized void open(Progress progress) throws IOException {
        if (!others.isEmpty()) {
            return;
        }
        List<Stack> opened = new ArrayList<>();
        try {
            for (Path file : files) {
                progress.step("opening " + file.getFileName());
                opened.add(engine.open(file, progress));
                check(file, opened.getLast());
            }
            others = List.copyOf(opened);
        } catch (IOException | RuntimeException e) {
            for (Stack stack : opened) {
                stack.close();
            }
            throw e;
        }
    }

    private void check(Path file, Stack other) throws IOException {
        if (!other.shape().equals(input.shape()) || other.type() != input.type()) {
            throw new IOException(file + ": is " + other.type() + " " + other.shape() + ", "
                    + input.metadata().name() + " is " + input.type() + " " + input.shape());
        }
    }

    @Override
    public Cursor cursor() throws IOException {
        prepare(Progress.none());
        List<Cursor> cursors = new ArrayList<>();
        try {
            cursors.add(input.cursor());
            for (Stack other : others) {
                cursors.add(other.cursor());
            }
            return new Interleaving(cursors);
        } catch (IOException | RuntimeException e) {
            cursors.forEach(Cursor::close);
            throw e;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (Stack other : others) {
            other.close();
        }
        others = List.of();
    }

    private final class Interleaving implements Cursor {
        private final List<Cursor> cursors;
        private final Arena arena = Arena.ofConfined();
        private final MemorySegment own =
                arena.allocate((long) shape.samplesPerFrame() * input.type().bytes(), 64);

        Interleaving(List<Cursor> cursors) {
            this.cursors = cursors;
        }

        @Override
        public Frame frame(long index) throws IOException {
            read(index, own);
            return Frame.of(shape, type(), own.asReadOnly());
        }

        @Override
        public void read(long index, MemorySegment out) throws IOException {
            int group = input.shape().channels() * type().bytes();
            int pixels = shape.height() * shape.width();
            for (int k = 0; k < cursors.size(); k++) {
                MemorySegment from = cursors.get(k).frame(index).pixels();
                long to = (long) k * group;
                for (int i = 0; i < pixels; i++) {
                    MemorySegment.copy(from, (long) i * group, out, to, group);
                    to += (long) group * cursors.size();
                }
            }
        }

        @Override
        public void close() {
            cursors.forEach(Cursor::close);
            arena.close();
        }
    }
}
