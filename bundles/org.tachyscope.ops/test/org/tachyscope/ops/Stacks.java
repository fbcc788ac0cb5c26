package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tachyscope.api.Progress;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.run.Runner;

/** Makes small stacks out of numbers, and reduces them. */
public final class Stacks {

    private Stacks() {}

    /** Returns a stack of one row; each frame's samples are given in turn. */
    public static Stack of(PixelType type, double[]... frames) {
        return of(type, new Shape(frames.length, 1, frames[0].length, 1), frames);
    }

    public static Stack of(PixelType type, Shape shape, double[]... frames) {
        double[] all = Stream.of(frames).flatMapToDouble(Arrays::stream).toArray();
        MemorySegment pixels = Arena.ofAuto().allocate(shape.samples() * type.bytes(), 64);
        for (int i = 0; i < all.length; i++) {
            switch (type) {
                case U8 -> pixels.setAtIndex(JAVA_BYTE, i, (byte) all[i]);
                case U16 -> pixels.setAtIndex(JAVA_SHORT, i, (short) (int) all[i]);
                case F32 -> pixels.setAtIndex(JAVA_FLOAT, i, (float) all[i]);
            }
        }
        return MemoryStack.of(pixels, shape, type, Metadata.named("numbers"));
    }

    public static <P extends Record> Result reduce(Reduction<P> reduction, P params, Stack stack) throws IOException {
        var fold = reduction.fold(stack, params);
        return new Runner(2)
                .run(stack, List.of(fold), Progress.none())
                .results()
                .getFirst();
    }

    public static <P extends Record> double[] values(Reduction<P> reduction, Stack stack) throws IOException {
        return values(reduction, reduction.defaults(), stack);
    }

    public static <P extends Record> double[] values(Reduction<P> reduction, P params, Stack stack) throws IOException {
        Frame frame = (Frame) reduce(reduction, params, stack);
        double[] values = new double[frame.samples()];
        for (int i = 0; i < values.length; i++) {
            values[i] = frame.sample(i);
        }
        return values;
    }
}
