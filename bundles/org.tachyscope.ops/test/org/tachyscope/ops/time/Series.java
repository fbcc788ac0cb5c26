package org.tachyscope.ops.time;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Timing;

/** Makes stacks out of values over time, and reads them. */
final class Series {

    private Series() {}

    /** Returns a stack of 1 × 1 frames, two a second from second 10 on, called f0, f1 … */
    static Stack of(PixelType type, double... values) {
        return rows(type, 1, values);
    }

    /** Returns a stack of frames of one row. */
    static Stack rows(PixelType type, int width, double... values) {
        Shape shape = new Shape(values.length / width, 1, width, 1);
        MemorySegment pixels = Arena.ofAuto().allocate(shape.samples() * type.bytes(), 64);
        for (int i = 0; i < values.length; i++) {
            switch (type) {
                case U8 -> pixels.setAtIndex(JAVA_BYTE, i, (byte) values[i]);
                case U16 -> pixels.setAtIndex(JAVA_SHORT, i, (short) (int) values[i]);
                case F32 -> pixels.setAtIndex(JAVA_FLOAT, i, (float) values[i]);
            }
        }
        Metadata metadata = Metadata.named("series")
                .withTiming(new Timing.Uniform(10, 0.5))
                .withFrameNames(IntStream.range(0, (int) shape.frames())
                        .mapToObj(t -> "f" + t)
                        .toList());
        return MemoryStack.of(pixels, shape, type, metadata);
    }

    /** Returns all samples, frame after frame. */
    static double[] values(Stack stack) throws IOException {
        double[] values = new double[Math.toIntExact(stack.shape().samples())];
        int samples = stack.shape().samplesPerFrame();
        try (Cursor cursor = stack.cursor()) {
            for (int t = 0; t < stack.shape().frames(); t++) {
                Frame frame = cursor.frame(t);
                for (int i = 0; i < samples; i++) {
                    values[t * samples + i] = frame.sample(i);
                }
            }
        }
        return values;
    }

    /** Returns the times of all frames. */
    static double[] times(Stack stack) {
        return IntStream.range(0, (int) stack.shape().frames())
                .mapToDouble(t -> stack.metadata().timing().seconds(t).orElseThrow())
                .toArray();
    }
}
