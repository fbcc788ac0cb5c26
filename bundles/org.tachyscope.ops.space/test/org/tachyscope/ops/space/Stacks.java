package org.tachyscope.ops.space;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.tachyscope.api.Operation;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.LocalEngine;

/** Makes small stacks out of numbers, and numbers out of what operations make of them. */
final class Stacks {

    private Stacks() {}

    static Stack of(PixelType type, Shape shape, double... values) {
        assertEquals(shape.samples(), values.length);
        MemorySegment pixels = Arena.ofAuto().allocate(shape.samples() * type.bytes(), 64);
        for (int i = 0; i < values.length; i++) {
            switch (type) {
                case U8 -> pixels.setAtIndex(JAVA_BYTE, i, (byte) values[i]);
                case U16 -> pixels.setAtIndex(JAVA_SHORT, i, (short) (int) values[i]);
                case F32 -> pixels.setAtIndex(JAVA_FLOAT, i, (float) values[i]);
            }
        }
        return MemoryStack.of(pixels, shape, type, Metadata.named("numbers"));
    }

    /** Returns a registration that estimates on two threads. */
    static Register register() {
        return new Register(new LocalEngine(
                () -> {
                    throw new AssertionError("registration opens no files");
                },
                2));
    }

    /** Returns one frame of one channel. */
    static Stack frame(PixelType type, int height, int width, double... values) {
        return of(type, new Shape(1, height, width, 1), values);
    }

    /** Returns all values of one frame. */
    static double[] values(Stack stack, long index) throws IOException {
        try (Cursor cursor = stack.cursor()) {
            Frame frame = cursor.frame(index);
            double[] values = new double[frame.samples()];
            for (int i = 0; i < values.length; i++) {
                values[i] = frame.sample(i);
            }
            return values;
        }
    }

    /** Applies an operation and returns all values of frame 0. */
    static <P extends Record> double[] values(Operation<P> operation, P params, Stack input) throws IOException {
        try (Stack result = operation.apply(input, params)) {
            return values(result, 0);
        }
    }

    static <P extends Record> void assertValues(Operation<P> operation, P params, Stack input, double... expected)
            throws IOException {
        assertArrayEquals(expected, values(operation, params, input));
    }

    static <P extends Record> void assertRefuses(String sentence, Operation<P> operation, P params, Stack input) {
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> operation.apply(input, params));
        assertEquals(sentence, error.getMessage());
    }
}
