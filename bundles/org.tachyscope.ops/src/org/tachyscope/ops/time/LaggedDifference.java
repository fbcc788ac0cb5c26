package org.tachyscope.ops.time;

import java.lang.foreign.MemorySegment;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

/**
 * Subtracts from every frame the one some frames before it: x_t − x_(t−l). Any type → F32, with sign; exact for U8 and U16, one
 * rounding for F32. The first l frames are left out. A frame of the result has the time and the name of its frame t. Reads
 * two frames a frame, and keeps l + 1 frames of a decoded input.
 */
@Component
@Contribution(id = "lagged-difference", label = "Lagged difference", group = "Time")
public final class LaggedDifference implements Operation<LaggedDifference.Params> {

    private static final int TILE = 2048;

    /** Chooses the distance. */
    public record Params(
            @Param(
                    label = "Lag",
                    min = 1,
                    unit = "frames",
                    help = "How many frames before it a frame is compared with.")
            int lag) {}

    @Override
    public Params defaults() {
        return new Params(1);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        int lag = params.lag();
        long frames = input.shape().frames();
        if (lag < 1 || lag >= frames) {
            throw new IllegalArgumentException(
                    "lagged difference needs 1 ≤ lag < frames, got lag " + lag + " of " + frames + " frames");
        }
        return new AlongTime(
                input,
                new AlongTime.Plan(
                        "difference from the frame " + lag + " before",
                        frames - lag,
                        PixelType.F32,
                        metadata -> described(metadata, lag, frames),
                        new Origin.Reach(0, lag),
                        Math.addExact(lag, 1),
                        TILE,
                        20,
                        tile -> piece(tile, lag)));
    }

    private static Metadata described(Metadata metadata, int lag, long frames) {
        return Times.picked(metadata, frames - lag, k -> k + lag)
                .withLoss(new Loss(
                        Loss.Kind.SKIPPED,
                        lag,
                        Times.range(0, lag - 1) + " have no frame " + lag + " before them and are left out"));
    }

    private static Piece piece(Tile tile, int lag) {
        float[] now = new float[tile.samples()];
        float[] before = new float[tile.samples()];
        return (long index, MemorySegment out) -> {
            tile.read(index, before);
            tile.read(index + lag, now);
            subtract(now, before);
            tile.writeComputed(now, out);
        };
    }

    private static void subtract(float[] from, float[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= what[i];
        }
    }
}
