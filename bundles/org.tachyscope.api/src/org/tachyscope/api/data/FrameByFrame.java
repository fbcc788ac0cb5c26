package org.tachyscope.api.data;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Computes frame t of a stack from frame t of another one. The whole of most operations:
 *
 * <pre>{@code
 * return new FrameByFrame(input, input.shape(), PixelType.F32, (in, out) -> {
 *     for (long i = 0; i < in.samples(); i++) {
 *         out.setAtIndex(JAVA_FLOAT, i, (float) -in.sample(i));
 *     }
 * });
 * }</pre>
 *
 * <p>What others should know of it is said with {@link #named}, {@link #reaching}, {@link #taking} and
 * {@link #describedBy}, each of which returns a changed copy. Leaves {@code input} open when it is closed.
 */
public final class FrameByFrame implements Stack {

    private final Stack input;
    private final Shape shape;
    private final PixelType type;
    private final Maker maker;
    private final About about;

    private FrameByFrame(Stack input, Shape shape, PixelType type, Maker maker, About about) {
        if (shape.frames() != input.shape().frames()) {
            throw new IllegalArgumentException("frame by frame needs as many frames as its input, got " + shape.frames()
                    + " of " + input.shape().frames());
        }
        this.input = input;
        this.shape = shape;
        this.type = type;
        this.maker = maker;
        this.about = about;
    }

    /**
     * Describes the result.
     *
     * @param shape the result's shape, with as many frames as {@code input}
     */
    public FrameByFrame(Stack input, Shape shape, PixelType type, Step step) {
        this(input, shape, type, () -> new Shared(step), About.by(step));
    }

    /** Describes the result as the constructor does, to say more about it. */
    public static FrameByFrame of(Stack input, Shape shape, PixelType type, Step step) {
        return new FrameByFrame(input, shape, type, step);
    }

    /**
     * Describes the result of a step that needs memory of its own, such as scratch frames: each cursor has a worker made for
     * it, uses it on its thread and closes it.
     *
     * @param shape the result's shape, with as many frames as {@code input}
     */
    public static FrameByFrame withWorkers(Stack input, Shape shape, PixelType type, Maker maker) {
        return new FrameByFrame(input, shape, type, maker, About.by(maker));
    }

    /** Returns a copy that says what it does, in a few words with its numbers. */
    public FrameByFrame named(String step) {
        return about(new About(step, about.space, about.workerBytes, about.metadata));
    }

    /**
     * Returns a copy that says how many pixels around a pixel it takes to compute that pixel. Unless said, and for steps that
     * move pixels, that is all of them.
     */
    public FrameByFrame reaching(Origin.Reach space) {
        return about(new About(about.step, space, about.workerBytes, about.metadata));
    }

    /** Returns a copy that says how much memory a worker takes, beside the frame that is computed. */
    public FrameByFrame taking(long workerBytes) {
        return about(new About(about.step, about.space, workerBytes, about.metadata));
    }

    /** Returns a copy that makes its metadata from the input's, which may change when the input is prepared. */
    public FrameByFrame describedBy(UnaryOperator<Metadata> change) {
        return about(new About(about.step, about.space, about.workerBytes, change));
    }

    private FrameByFrame about(About other) {
        return new FrameByFrame(input, shape, type, maker, other);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public PixelType type() {
        return type;
    }

    @Override
    public Metadata metadata() {
        return about.metadata.apply(input.metadata());
    }

    @Override
    public Optional<Origin> origin() {
        long bytes = (long) shape.samplesPerFrame() * type.bytes() + about.workerBytes;
        return Optional.of(new Origin(about.step, List.of(input), Origin.Reach.NONE, about.space, bytes));
    }

    @Override
    public Cursor cursor() throws IOException {
        Worker worker = maker.make();
        try {
            return new Computed(input.cursor(), worker);
        } catch (IOException | RuntimeException e) {
            worker.close();
            throw e;
        }
    }

    /** Computes one frame. Called by many threads at a time. */
    @FunctionalInterface
    public interface Step {
        /**
         * Writes every sample of the result.
         *
         * @param in read-only and valid during the call
         * @param out packed samples of the result's type, aligned to their size; holds anything
         */
        void compute(Frame in, MemorySegment out) throws IOException;
    }

    /** Makes the worker of one cursor. Called by many threads at a time. */
    @FunctionalInterface
    public interface Maker {
        /**
         * Makes a worker, whose thread closes it.
         *
         * @throws IOException in one sentence, if what it needs isn't there
         */
        Worker make() throws IOException;
    }

    /** Computes the frames of one cursor, in any order. Belongs to one thread. */
    public interface Worker extends Step, AutoCloseable {
        @Override
        void close();
    }

    /** Says what the signature of a step can't. */
    private record About(String step, Origin.Reach space, long workerBytes, UnaryOperator<Metadata> metadata) {

        /** Knows no more than the name of the class. */
        static About by(Object code) {
            String name = code.getClass().getSimpleName();
            int lambda = name.indexOf("$$");
            String words = lambda < 0 ? name : name.substring(0, lambda);
            return new About(words, Origin.Reach.ALL, 0, UnaryOperator.identity());
        }
    }

    private record Shared(Step step) implements Worker {
        @Override
        public void compute(Frame in, MemorySegment out) throws IOException {
            step.compute(in, out);
        }

        @Override
        public void close() {}
    }

    private final class Computed implements Cursor {
        private final Cursor from;
        private final Worker worker;
        private final Arena arena = Arena.ofConfined();
        private final MemorySegment out = arena.allocate((long) shape.samplesPerFrame() * type.bytes(), 64);
        private final Frame frame = Frame.of(shape, type, out.asReadOnly());

        Computed(Cursor from, Worker worker) {
            this.from = from;
            this.worker = worker;
        }

        @Override
        public Frame frame(long index) throws IOException {
            worker.compute(from.frame(index), out);
            return frame;
        }

        @Override
        public void read(long index, MemorySegment into) throws IOException {
            worker.compute(from.frame(index), into);
        }

        @Override
        public void close() {
            try {
                from.close();
            } finally {
                worker.close();
                arena.close();
            }
        }
    }
}
