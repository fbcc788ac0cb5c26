package org.tachyscope.contract;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Makes small stacks that show mistakes: full range, odd sizes, one frame, one pixel, not a number. */
public final class Samples {

    /** Odd in every axis, with channels. */
    public static final Shape ODD = new Shape(7, 5, 3, 3);

    private Samples() {}

    /** Returns a stack of reproducible noise over the full range of its type; F32 is between -1000 and 1000. */
    public static Stack noise(Shape shape, PixelType type) {
        Random random = new Random(20_250_101);
        MemorySegment pixels = Arena.ofAuto().allocate(shape.samples() * type.bytes(), 64);
        for (long i = 0; i < shape.samples(); i++) {
            switch (type) {
                case U8 -> pixels.set(ValueLayout.JAVA_BYTE, i, (byte) random.nextInt(256));
                case U16 -> pixels.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) random.nextInt(65_536));
                case F32 -> pixels.setAtIndex(ValueLayout.JAVA_FLOAT, i, random.nextFloat(-1000f, 1000f));
            }
        }
        return MemoryStack.of(pixels, shape, type, Metadata.named("noise"));
    }

    /** Returns an F32 stack of {@link #ODD} shape with some samples that are NaN, infinite, subnormal or minus zero. */
    public static Stack awkwardFloats() {
        float[] odd = {
            Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f, Float.MIN_VALUE, 1e38f, -1e38f, 1
        };
        MemorySegment pixels = Arena.ofAuto().allocate(ODD.samples() * 4, 64);
        for (long i = 0; i < ODD.samples(); i++) {
            pixels.setAtIndex(ValueLayout.JAVA_FLOAT, i, i % 3 == 0 ? odd[(int) (i / 3 % odd.length)] : i);
        }
        return MemoryStack.of(pixels, ODD, PixelType.F32, Metadata.named("awkward"));
    }

    /** Returns noise of every pixel type in an odd shape, a single pixel and a single frame. */
    public static List<Stack> all() {
        return Arrays.stream(PixelType.values())
                .flatMap(type ->
                        List.of(ODD, new Shape(1, 1, 1, 1), new Shape(1, 4, 6, 1), new Shape(9, 1, 17, 1)).stream()
                                .map(shape -> noise(shape, type)))
                .toList();
    }

    /** Returns the same frames without {@link Stack#contiguous()}, as a decoder gives them. */
    public static Stack scattered(Stack stack) {
        return new FrameByFrame(stack, stack.shape(), stack.type(), (in, out) -> out.copyFrom(in.pixels()));
    }

    /** Copies one frame out of a stack. */
    static byte[] bytes(Stack stack, long frame) throws IOException {
        try (Cursor cursor = stack.cursor()) {
            return bytes(cursor.frame(frame));
        }
    }

    static byte[] bytes(Frame frame) {
        return frame.pixels().toArray(ValueLayout.JAVA_BYTE);
    }
}
