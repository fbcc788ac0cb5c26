package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Locale;
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
 * Averages or adds every n successive frames to one. Any type → F32: float64 sums, exact for U8 and U16, rounded once. Frames at
 * the end that don't fill a bin are left out, and said so, or make a shorter one. A bin's time is the mean of its frames' times;
 * its name is that of its first frame. Reads every frame once; keeps a frame of a decoded input.
 */
@Component
@Contribution(id = "bin-time", label = "Bin in time", group = "Time")
public final class BinTime implements Operation<BinTime.Params> {

    private static final int TILE = 1024;

    /** Chooses the bins. */
    public record Params(
            @Param(label = "Frames", min = 1, unit = "frames", help = "How many successive frames make one.")
            int frames,

            @Param(label = "Statistic") Statistic statistic,

            @Param(label = "Rest", help = "What becomes of frames at the end that don't fill a bin.")
            Rest rest) {}

    /** Folds the frames of a bin. */
    public enum Statistic {
        /** Σx / n. */
        MEAN,
        /** Σx. */
        SUM
    }

    /** Tells what becomes of frames at the end that don't fill a bin. */
    public enum Rest {
        /** They are left out. */
        DROP,
        /** They make a shorter bin. */
        SHORTER
    }

    @Override
    public Params defaults() {
        return new Params(2, Statistic.MEAN, Rest.DROP);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        long frames = input.shape().frames();
        if (params.frames() < 1 || params.frames() > frames) {
            throw new IllegalArgumentException("binning in time needs 1 ≤ frames of a bin ≤ frames, got bins of "
                    + params.frames() + " of " + frames + " frames");
        }
        TimeBins bins = new TimeBins(frames, params.frames(), params.rest() == Rest.SHORTER);
        return new AlongTime(
                input,
                new AlongTime.Plan(
                        params.statistic().name().toLowerCase(Locale.ROOT) + " of every " + params.frames() + " frames",
                        bins.count(),
                        PixelType.F32,
                        metadata -> described(metadata, bins),
                        Origin.Reach.ALL,
                        1,
                        TILE,
                        12,
                        tile -> new Bin(tile, bins, params.statistic())));
    }

    private static Metadata described(Metadata metadata, TimeBins bins) {
        Metadata described = metadata.withTiming(Times.means(metadata.timing(), bins))
                .withFrameNames(Times.names(metadata.frameNames(), bins.count(), bins::from));
        long covered = bins.to(bins.count() - 1) + 1;
        return covered == bins.frames()
                ? described
                : described.withLoss(new Loss(
                        Loss.Kind.SKIPPED,
                        bins.frames() - covered,
                        Times.range(covered, bins.frames() - 1) + " don't fill a bin of " + bins.size()
                                + " frames and are left out"));
    }

    private static final class Bin implements Piece {
        private final Tile tile;
        private final TimeBins bins;
        private final Statistic statistic;
        private final double[] sums;
        private final float[] floats;

        Bin(Tile tile, TimeBins bins, Statistic statistic) {
            this.tile = tile;
            this.bins = bins;
            this.statistic = statistic;
            sums = new double[tile.samples()];
            floats = new float[tile.samples()];
        }

        @Override
        public void compute(long index, MemorySegment out) throws IOException {
            Arrays.fill(sums, 0);
            for (long frame = bins.from(index); frame <= bins.to(index); frame++) {
                tile.read(frame, floats);
                add(floats, sums);
            }
            long count = switch (statistic) {
                case MEAN -> bins.to(index) - bins.from(index) + 1;
                case SUM -> 1;
            };
            divide(sums, count, floats);
            tile.writeComputed(floats, out);
        }

        private static void add(float[] values, double[] sums) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += values[i];
            }
        }

        private static void divide(double[] sums, double count, float[] to) {
            for (int i = 0; i < sums.length; i++) {
                to[i] = (float) (sums[i] / count);
            }
        }
    }
}
