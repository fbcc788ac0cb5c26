package org.tachyscope.ops.time;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.MathStack;
import org.tachyscope.api.pixel.PixelMath;

/**
 * Computes every sample of a stack from the same sample of the input's frames. Leaves the input open when it is closed.
 *
 * <p>Cuts frames into tiles whose sums stay in the first-level cache. Each cursor keeps the sums of as many tiles as fit 32 MiB,
 * so that reading forward costs an update a frame, whether whole frames are read or the same part of frame after frame.
 */
final class AlongTime implements MathStack {

    private final Stack input;
    private final Plan plan;

    AlongTime(Stack input, Plan plan) {
        this.input = input;
        this.plan = plan;
    }

    /**
     * Says what is computed, and how.
     *
     * @param step a few words with the numbers
     * @param frames number of frames of the result
     * @param type pixel type of the result
     * @param metadata changes the input's
     * @param reach frames of the input before and after frame t that frame t of the result needs
     * @param kept frames of the input that are needed again and again
     * @param tileSamples samples of a tile
     * @param sampleBytes memory that a piece takes a sample
     * @param pieces computes
     */
    record Plan(
            String step,
            long frames,
            PixelType type,
            UnaryOperator<Metadata> metadata,
            Origin.Reach reach,
            int kept,
            int tileSamples,
            long sampleBytes,
            Piece.Start pieces) {}

    @Override
    public Shape shape() {
        return input.shape().withFrames(plan.frames);
    }

    @Override
    public PixelType type() {
        return plan.type;
    }

    @Override
    public Metadata metadata() {
        return plan.metadata.apply(input.metadata());
    }

    @Override
    public Optional<Origin> origin() {
        long samples = input.shape().samplesPerFrame();
        long bytes = samples * plan.type.bytes()
                + Frames.bytes(input, plan.kept)
                + Math.min(samples * plan.sampleBytes, TileCursor.KEPT_BYTES);
        return Optional.of(new Origin(plan.step, List.of(input), plan.reach, Origin.Reach.NONE, bytes));
    }

    @Override
    public boolean readsParts() {
        return input.readsParts();
    }

    @Override
    public Cursor cursor() throws IOException {
        return cursor(PixelMath::plain);
    }

    @Override
    public Cursor cursor(Supplier<PixelMath> math) throws IOException {
        return new TileCursor(shape(), input, plan, math);
    }
}
