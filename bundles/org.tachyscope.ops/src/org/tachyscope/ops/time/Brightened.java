package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.MathStack;
import org.tachyscope.api.pixel.PixelMath;
import org.tachyscope.ops.time.BleachCorrection.Method;

/** Multiplies each frame by a factor that depends on the means of all frames. */
final class Brightened implements MathStack {

    private static final int TILE = 2048;

    private final Stack input;
    private final Method method;
    private final Object lock = new Object();
    private double @Nullable [] factors;

    Brightened(Stack input, Method method) {
        this.input = input;
        this.method = method;
    }

    @Override
    public Shape shape() {
        return input.shape();
    }

    @Override
    public PixelType type() {
        return PixelType.F32;
    }

    @Override
    public Metadata metadata() {
        return input.metadata().withProperty("bleach correction", method.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean readsParts() {
        return input.readsParts();
    }

    @Override
    public Optional<Origin> origin() {
        String words = "bleach correction by " + method.name().toLowerCase(Locale.ROOT);
        long bytes = 4L * input.shape().samplesPerFrame() + 8 * input.shape().frames() + Frames.bytes(input, 1);
        return Optional.of(new Origin(words, List.of(input), Origin.Reach.NONE, Origin.Reach.NONE, bytes));
    }

    @Override
    public void prepare(Progress progress) throws IOException {
        input.prepare(progress);
        factors(progress);
    }

    private double[] factors(Progress progress) throws IOException {
        synchronized (lock) {
            double[] found = factors;
            if (found == null) {
                found = Bleaching.of(input, progress).factors(method);
                factors = found;
            }
            return found;
        }
    }

    @Override
    public Cursor cursor() throws IOException {
        return cursor(PixelMath::plain);
    }

    @Override
    public Cursor cursor(Supplier<PixelMath> math) throws IOException {
        double[] known = factors(Progress.none());
        return new TileCursor(
                shape(),
                input,
                new AlongTime.Plan(
                        "bleach correction",
                        shape().frames(),
                        PixelType.F32,
                        metadata -> metadata,
                        Origin.Reach.NONE,
                        1,
                        TILE,
                        12,
                        tile -> piece(tile, known)),
                math);
    }

    private static Piece piece(Tile tile, double[] factors) {
        float[] samples = new float[tile.samples()];
        return (long index, MemorySegment out) -> {
            tile.read(index, samples);
            scale(samples, factors[(int) index]);
            tile.writeComputed(samples, out);
        };
    }

    private static void scale(float[] samples, double factor) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (samples[i] * factor);
        }
    }
}
