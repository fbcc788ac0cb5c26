package org.tachyscope.core.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Makes stacks of noise, the same each time, that are named NAME. */
final class Stacks {

    private Stacks() {}

    /** Returns noise over the full range of integers; F32 is normally distributed. */
    static Stack random(Shape shape, PixelType type) {
        return random(shape, type, Random::nextGaussian);
    }

    /** Returns the same, but one F32 sample of a hundred is NaN. */
    static Stack randomWithGaps(Shape shape, PixelType type) {
        return random(shape, type, random -> random.nextInt(100) == 0 ? Double.NaN : random.nextGaussian());
    }

    private static Stack random(Shape shape, PixelType type, ToDoubleFunction<Random> floats) {
        MemorySegment pixels = Arena.ofAuto().allocate(shape.samples() * type.bytes(), 64);
        Random random = new Random(shape.samples());
        for (long i = 0; i < shape.samples(); i++) {
            switch (type) {
                case U8 -> pixels.set(ValueLayout.JAVA_BYTE, i, (byte) random.nextInt());
                case U16 -> pixels.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) random.nextInt());
                case F32 -> pixels.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) floats.applyAsDouble(random));
            }
        }
        return MemoryStack.of(pixels, shape, type, Metadata.named("NAME"));
    }
}
