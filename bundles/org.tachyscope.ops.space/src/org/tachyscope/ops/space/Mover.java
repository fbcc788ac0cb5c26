package org.tachyscope.ops.space;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Shape;

/** Moves the content of frames by fractions of a pixel. Belongs to one thread. */
sealed interface Mover extends AutoCloseable permits BilinearMover, FourierMover {

    /**
     * Writes {@code in} at {@code (column + x, row + y)} to every pixel of {@code out}, in the input's type; the fill value
     * where that lies outside the outermost pixel centres.
     */
    void move(Frame in, double x, double y, MemorySegment out);

    @Override
    void close();

    static Mover of(Register.Method method, Shape shape, double fill) {
        return switch (method) {
            case BILINEAR -> new BilinearMover(fill);
            case FOURIER -> new FourierMover(shape.height(), shape.width(), fill);
        };
    }

    /** Returns the memory that a mover takes. */
    static long bytes(Register.Method method, Shape shape) {
        return switch (method) {
            case BILINEAR -> 3L * Double.BYTES * shape.samplesPerRow();
            case FOURIER -> 12L * shape.height() * shape.width();
        };
    }

    /**
     * Marks the columns or rows whose place lies inside: {@code first ≤ i < end}.
     *
     * @param first first one, at most {@code end}
     */
    record Span(int first, int end) {

        /** Rounding moves places by no more. */
        private static final double SLACK = 1e-9;

        /** Finds those of {@code count} that lie inside after adding {@code by}. */
        static Span inside(int count, double by) {
            int first = (int) Math.clamp(Math.ceil(-by - SLACK), 0, count);
            int end = (int) Math.clamp(Math.floor(count - 1 - by + SLACK) + 1, first, count);
            return new Span(first, end);
        }

        boolean holds(int i) {
            return i >= first && i < end;
        }
    }
}
