package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Timing;

/**
 * Shows the stack at other times: from its first frame to its last, one frame a step. Steps are seconds if frame times are known
 * (which may be irregular, but must increase), otherwise frames. Nearest: same type, the frame that was taken closest to the
 * time, the earlier one of two; it keeps its name. Linear: any type → F32, between the frames before and after, in float64; a
 * frame at exactly the time as it is. Reads at most two frames a frame, and keeps them of a decoded input.
 */
@Component
@Contribution(id = "resample", label = "Resample in time", group = "Time")
public final class Resample implements Operation<Resample.Params> {

    private static final int TILE = 2048;

    /** Chooses the times. */
    public record Params(
            @Param(
                    label = "Step",
                    help = "Time from frame to frame of the result: in seconds if frame times are known, otherwise in"
                            + " frames.")
            double step,

            @Param(label = "Between frames") Interpolation interpolation) {}

    /** Fills the time between frames. */
    public enum Interpolation {
        /** Mixes the frame before and the frame after. */
        LINEAR,
        /** Takes the closest frame. */
        NEAREST
    }

    @Override
    public Params defaults() {
        return new Params(1, Interpolation.LINEAR);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        Instants instants = Instants.of(input, params.step());
        boolean linear = params.interpolation() == Interpolation.LINEAR;
        String unit = input.metadata().timing() instanceof Timing.Unknown ? " frames" : " s";
        return new AlongTime(
                input,
                new AlongTime.Plan(
                        (linear ? "linear" : "nearest") + " frame every " + params.step() + unit,
                        instants.count(),
                        linear ? PixelType.F32 : input.type(),
                        metadata -> described(metadata, instants, linear),
                        Origin.Reach.ALL,
                        2,
                        TILE,
                        linear ? 20 : 0,
                        tile -> linear
                                ? new Mix(tile, instants)
                                : (index, out) -> out.copyFrom(tile.raw(instants.nearest(index)))));
    }

    private static Metadata described(Metadata metadata, Instants instants, boolean linear) {
        Metadata described = metadata.withFrameNames(
                linear ? List.of() : Times.names(metadata.frameNames(), instants.count(), instants::nearest));
        return metadata.timing() instanceof Timing.Unknown ? described : described.withTiming(instants.timing());
    }

    private static final class Mix implements Piece {
        private final Tile tile;
        private final Instants instants;
        private final float[] before;
        private final float[] after;

        Mix(Tile tile, Instants instants) {
            this.tile = tile;
            this.instants = instants;
            before = new float[tile.samples()];
            after = new float[tile.samples()];
        }

        @Override
        public void compute(long index, MemorySegment out) throws IOException {
            long frame = instants.before(index);
            double share = instants.share(index, frame);
            tile.read(frame, before);
            if (share > 0) {
                tile.read(frame + 1, after);
                mix(before, after, share);
            }
            tile.writeComputed(before, out);
        }

        private static void mix(float[] before, float[] after, double share) {
            for (int i = 0; i < before.length; i++) {
                before[i] = (float) ((1 - share) * before[i] + share * after[i]);
            }
        }
    }
}
