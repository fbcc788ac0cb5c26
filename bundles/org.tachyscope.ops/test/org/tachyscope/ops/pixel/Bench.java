package org.tachyscope.ops.pixel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.tachyscope.api.Engine;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.run.Outcome;
import org.tachyscope.core.run.Runner;

/** Makes small stacks out of numbers, and an engine that opens them as files. */
final class Bench implements Engine {

    private final Map<Path, Stack> files = new HashMap<>();

    /** Lets a file be opened as this stack. */
    Bench with(Path file, Stack stack) {
        files.put(file, stack);
        return this;
    }

    @Override
    public Stack open(Path source, Progress progress) throws IOException {
        if (!files.containsKey(source)) {
            throw new IOException(source + ": no loader opens this");
        }
        return files.get(source);
    }

    @Override
    public List<Result> reduce(Stack stack, List<? extends Fold> folds, Progress progress) throws IOException {
        Outcome outcome = new Runner(2).run(stack, folds, progress);
        return outcome.results();
    }

    /** Returns a stack whose frames have one row and {@code width} columns. */
    static Stack rows(PixelType type, int width, double... samples) {
        return stack(type, new Shape(samples.length / width, 1, width, 1), samples);
    }

    static Stack stack(PixelType type, Shape shape, double... samples) {
        MemorySegment pixels = Arena.ofAuto().allocate(shape.samples() * type.bytes(), 64);
        for (int i = 0; i < shape.samples(); i++) {
            switch (type) {
                case U8 -> pixels.setAtIndex(JAVA_BYTE, i, (byte) samples[i]);
                case U16 -> pixels.setAtIndex(JAVA_SHORT, i, (short) (int) samples[i]);
                case F32 -> pixels.setAtIndex(JAVA_FLOAT, i, (float) samples[i]);
            }
        }
        return MemoryStack.of(pixels, shape, type, Metadata.named("numbers"));
    }

    /** Returns all samples of what an operation makes. */
    static <P extends Record> double[] values(Operation<P> operation, P params, Stack input) throws IOException {
        return values(operation.apply(input, params));
    }

    static double[] values(Stack stack) throws IOException {
        DoubleStream all = DoubleStream.empty();
        try (Cursor cursor = stack.cursor()) {
            for (long t = 0; t < stack.shape().frames(); t++) {
                Frame frame = cursor.frame(t);
                double[] samples = new double[frame.samples()];
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = frame.sample(i);
                }
                all = DoubleStream.concat(all, DoubleStream.of(samples));
            }
        }
        return all.toArray();
    }
}
