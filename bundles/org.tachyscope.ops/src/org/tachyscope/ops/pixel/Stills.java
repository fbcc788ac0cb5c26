package org.tachyscope.ops.pixel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Makes F32 stacks of a single frame, freed by the garbage collector. */
final class Stills {

    private Stills() {}

    static Stack filled(Shape shape, float value) {
        return computed(shape, "constant", _ -> value);
    }

    /** Returns {@code stack} if it has one frame; otherwise closes and refuses it. */
    static Stack checked(Reference.File file, Stack stack) throws IOException {
        if (stack.shape().frames() == 1) {
            return stack;
        }
        long frames = stack.shape().frames();
        stack.close();
        throw new IOException(
                file.name() + ": has " + frames + " frames, but one is needed; write \"" + file + " mean\"");
    }

    /** Returns (flat − dark) / m, m the mean of flat − dark over all of its finite samples. */
    static Stack gain(Stack flat, Stack dark) throws IOException {
        try (Cursor flats = flat.cursor();
                Cursor darks = dark.cursor()) {
            Frame bright = flats.frame(0);
            Frame black = darks.frame(0);
            double sum = 0;
            long finite = 0;
            for (int i = 0; i < bright.samples(); i++) {
                double difference = bright.sample(i) - black.sample(i);
                if (Double.isFinite(difference)) {
                    sum += difference;
                    finite++;
                }
            }
            double mean = finite == 0 ? Double.NaN : sum / finite;
            return computed(flat.shape(), "gain", i -> (float) ((bright.sample(i) - black.sample(i)) / mean));
        }
    }

    private static Stack computed(Shape shape, String name, Rule rule) {
        MemorySegment pixels = Arena.ofAuto().allocate((long) shape.samplesPerFrame() * Float.BYTES, 64);
        for (int i = 0; i < shape.samplesPerFrame(); i++) {
            pixels.setAtIndex(JAVA_FLOAT, i, rule.sample(i));
        }
        return MemoryStack.of(pixels, shape.withFrames(1), PixelType.F32, Metadata.named(name));
    }

    private interface Rule {
        float sample(int index);
    }
}
