package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Timing;

/**
 * Averages over the past with weights that fall off exponentially: y_0 = x_0, y_t = y_(t−1) + α (x_t − y_(t−1)), the exponential
 * moving average. Any type → F32, computed in float64. With a time constant τ, α = 1 − exp(−Δ / τ), where Δ is the time from the
 * frame before, or 1 frame.
 *
 * <p>The exact recursion from frame 0, so frame t is the same to the last bit however it is reached. Reading forward costs one
 * update a frame; going back costs all frames from 0 on. What isn't finite stays in the average for good. A cursor keeps 8 bytes
 * a sample.
 */
@Component
@Contribution(id = "ema", label = "Exponential moving average", group = "Time")
public final class Ema implements Operation<Ema.Params> {

    private static final int TILE = 1024;

    /** Chooses how fast the past is forgotten. */
    public record Params(
            @Param(label = "Value", help = "The weight α of the newest frame, 0 < α ≤ 1, or the time constant.")
            double value,

            @Param(label = "Value is", help = "What the value means.")
            Given given) {}

    /** Says what a value means. */
    public enum Given {
        /** The weight of the newest frame. */
        WEIGHT,
        /** The time constant in frames. */
        FRAMES,
        /** The time constant in seconds, for stacks whose times are known. */
        SECONDS
    }

    @Override
    public Params defaults() {
        return new Params(0.1, Given.WEIGHT);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        refuse(input, params);
        String words = switch (params.given()) {
            case WEIGHT -> "exponential moving average, weight " + params.value();
            case FRAMES -> "exponential moving average, time constant " + params.value() + " frames";
            case SECONDS -> "exponential moving average, time constant " + params.value() + " s";
        };
        Weights weights = weights(input.metadata().timing(), params);
        return new AlongTime(
                input,
                new AlongTime.Plan(
                        words,
                        input.shape().frames(),
                        PixelType.F32,
                        metadata -> metadata,
                        new Origin.Reach(Long.MAX_VALUE, 0),
                        1,
                        TILE,
                        12,
                        tile -> new Average(tile, weights)));
    }

    private static void refuse(Stack input, Params params) {
        double value = params.value();
        if (!(value > 0) || params.given() == Given.WEIGHT && value > 1 || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("exponential moving average needs "
                    + (params.given() == Given.WEIGHT ? "0 < weight ≤ 1" : "a time constant > 0") + ", got " + value);
        }
        if (params.given() == Given.SECONDS && input.metadata().timing() instanceof Timing.Unknown) {
            throw new IllegalArgumentException("a time constant of " + value + " s needs frame times, and those of "
                    + input.metadata().name() + " aren't known");
        }
    }

    private static Weights weights(Timing timing, Params params) {
        return switch (params.given()) {
            case WEIGHT -> _ -> params.value();
            case FRAMES -> _ -> -Math.expm1(-1 / params.value());
            case SECONDS ->
                frame -> -Math.expm1(-Math.abs(timing.seconds(frame).orElseThrow()
                                - timing.seconds(frame - 1).orElseThrow())
                        / params.value());
        };
    }

    /** Weighs the newest frame. */
    private interface Weights {
        double of(long frame);
    }

    private static final class Average implements Piece {
        private final Tile tile;
        private final Weights weights;
        private final double[] average;
        private final float[] floats;
        private long at = -1;

        Average(Tile tile, Weights weights) {
            this.tile = tile;
            this.weights = weights;
            average = new double[tile.samples()];
            floats = new float[tile.samples()];
        }

        @Override
        public void compute(long index, MemorySegment out) throws IOException {
            if (at > index) {
                at = -1;
            }
            while (at < index) {
                at++;
                tile.read(at, floats);
                if (at == 0) {
                    start(floats, average);
                } else {
                    update(floats, average, weights.of(at));
                }
            }
            round(average, floats);
            tile.writeComputed(floats, out);
        }

        private static void start(float[] values, double[] average) {
            for (int i = 0; i < average.length; i++) {
                average[i] = values[i];
            }
        }

        private static void update(float[] values, double[] average, double weight) {
            for (int i = 0; i < average.length; i++) {
                average[i] += weight * (values[i] - average[i]);
            }
        }

        private static void round(double[] average, float[] to) {
            for (int i = 0; i < average.length; i++) {
                to[i] = (float) average[i];
            }
        }
    }
}
