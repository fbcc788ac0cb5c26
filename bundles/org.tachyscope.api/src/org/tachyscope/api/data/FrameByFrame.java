package org.tachyscope.api.data;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

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
 * Leaves {@code input} open when it is closed.
 */
public final class FrameByFrame implements Stack {

    private final Stack input;
    private final Shape shape;
    private final PixelType type;
    private final Step step;

    /**
     * Describes the result.
     *
     * @param shape the result's shape, with as many frames as {@code input}
     */
    public FrameByFrame(Stack input, Shape shape, PixelType type, Step step) {
        if (shape.frames() != input.shape().frames()) {
            throw new IllegalArgumentException("frame by frame needs as many frames as its input, got " + shape.frames()
                    + " of " + input.shape().frames());
        }
        this.input = input;
        this.shape = shape;
        this.type = type;
        this.step = step;
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
        return input.metadata();
    }

    @Override
    public Cursor cursor() throws IOException {
        return new Computed(input.cursor());
    }

    /** Computes one frame. Called by many threads at a time. */
    @FunctionalInterface
    public interface Step {
        /**
         * Writes every sample of the result.
         *
         * @param in read-only and valid during the call
         * @param out packed samples of the result's type, 64-byte aligned; holds the previous frame or zeros
         */
        void compute(Frame in, MemorySegment out) throws IOException;
    }

    private final class Computed implements Cursor {
        private final Cursor from;
        private final Arena arena = Arena.ofConfined();
        private final MemorySegment out = arena.allocate((long) shape.samplesPerFrame() * type.bytes(), 64);
        private final Frame frame = Frame.of(shape, type, out.asReadOnly());

        Computed(Cursor from) {
            this.from = from;
        }

        @Override
        public Frame frame(long index) throws IOException {
            step.compute(from.frame(index), out);
            return frame;
        }

        @Override
        public void close() {
            from.close();
            arena.close();
        }
    }
}
