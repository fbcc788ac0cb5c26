package org.tachyscope.ops.time;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Param;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Timing;
import org.tachyscope.api.fold.Fold;

/**
 * Measures how much of one frequency every sample's course over time holds: X = Σ w_t x_t exp(−2πi f t) over frames t = 0 … n−1, by
 * the direct sum, for any f and not only multiples of 1 / n. Any type → F32, from float64 sums within n · 2⁻⁵² of Σ|w_t x_t|.
 *
 * <p>The magnitude is |X|, numpy's {@code abs(fft(x))} at f = k / n without a window; the amplitude 2 |X| / Σw, that of a sine
 * wave, and |X| / Σw at f = 0 and ½; the phase that of X in radians, −π … π. The periodic Hann window is w_t = ½ − ½ cos(2πt / n). NaN if any value is NaN or
 * infinite. Memory: 16 bytes a sample; nothing is merged, so the result is the same however the stack is cut.
 */
@Component
@Contribution(id = "fft-magnitude", label = "Magnitude at a frequency", group = "Time")
public final class FftMagnitude implements Reduction<FftMagnitude.Params> {

    /** Chooses the frequency, and what is told about it. */
    public record Params(
            @Param(label = "Frequency", min = 0) double frequency,

            @Param(label = "Unit", help = "Cycles a frame, or hertz for stacks with equal times between frames.")
            Unit unit,

            @Param(label = "Window", help = "Hann keeps strong other frequencies out.")
            Taper window,

            @Param(label = "Result") Output output) {}

    /** Measures frequencies. */
    public enum Unit {
        /** Cycles a frame: 0.5 is the highest that frames can show. */
        CYCLES_PER_FRAME,
        /** Cycles a second. */
        HERTZ
    }

    /** Weighs frames. */
    public enum Taper {
        /** All alike. */
        NONE,
        /** Less towards both ends. */
        HANN
    }

    /** Tells something about a complex sum. */
    public enum Output {
        /** Its absolute value. */
        MAGNITUDE,
        /** The amplitude of the sine wave that has it. */
        AMPLITUDE,
        /** Its angle in radians. */
        PHASE
    }

    @Override
    public Params defaults() {
        return new Params(0.1, Unit.CYCLES_PER_FRAME, Taper.NONE, Output.MAGNITUDE);
    }

    @Override
    public String unit(String sampleUnit, Params params) {
        return params.output() == Output.PHASE ? "rad" : sampleUnit;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params) {
        if (params.unit() == Unit.HERTZ) {
            throw new IllegalArgumentException(
                    "a frequency of " + params.frequency() + " Hz needs frame times; give it in cycles per frame");
        }
        return fold(shape.frames(), params.frequency(), params);
    }

    @Override
    public Fold fold(Stack stack, Params params) {
        return switch (params.unit()) {
            case CYCLES_PER_FRAME -> fold(stack.shape(), stack.type(), params);
            case HERTZ -> fold(stack.shape().frames(), params.frequency() * step(stack, params), params);
        };
    }

    private static double step(Stack stack, Params params) {
        if (stack.metadata().timing() instanceof Timing.Uniform uniform) {
            return uniform.step();
        }
        throw new IllegalArgumentException("a frequency of " + params.frequency()
                + " Hz needs frames at equal and known times, which those of "
                + stack.metadata().name() + " aren't; give it in cycles per frame");
    }

    private static Fold fold(long frames, double frequency, Params params) {
        if (!(frequency >= 0 && frequency <= 0.5)) {
            throw new IllegalArgumentException(
                    "frames can show frequencies from 0 to 0.5 cycles per frame, got " + frequency);
        }
        Wave wave = new Wave(frequency, params.window() == Taper.HANN ? frames : 0);
        int sides = frequency == 0 || frequency == 0.5 ? 1 : 2;
        double scale = params.output() == Output.AMPLITUDE ? sides / wave.weights(frames) : 1;
        return new Fold.OfBlocks<>(Fold.Split.ROWS, window -> new FrequencySums(window, wave, params.output(), scale));
    }
}
