package org.tachyscope.ops.pixel;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;

/**
 * Takes the logarithm of every sample, computed in float64 and rounded once, as F32. Samples of at most 0 have none: they
 * become NaN and are counted.
 */
@Component
@Contribution(id = "log", label = "Logarithm", group = "Arithmetic")
public final class Log implements Operation<Log.Params> {

    /** Names a base. */
    public enum Base {
        /** Natural logarithm. */
        E(1),
        /** Binary logarithm. */
        TWO(Math.log(2)),
        /** Decimal logarithm. */
        TEN(1);

        private final double unit;

        Base(double unit) {
            this.unit = unit;
        }

        private double of(double x) {
            return switch (this) {
                case E, TWO -> Math.log(x) / unit;
                case TEN -> Math.log10(x);
            };
        }
    }

    /**
     * Names the base.
     *
     * @param base of the logarithm
     */
    public record Params(
            @Param(label = "Base", help = "E, 2 or 10.") Base base) {}

    @Override
    public Params defaults() {
        return new Params(Base.E);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        Base base = params.base();
        String words = switch (base) {
            case E -> "natural logarithm";
            case TWO -> "binary logarithm";
            case TEN -> "decimal logarithm";
        };
        return PixelChain.of(
                input,
                new PointStep(
                        words,
                        PixelType.F32,
                        (samples, count, tools) ->
                                tools.tally().add("of at most 0, set to NaN", log(samples, count, base))));
    }

    private static int log(float[] samples, int count, Base base) {
        int without = 0;
        for (int i = 0; i < count; i++) {
            without += samples[i] <= 0 ? 1 : 0;
            samples[i] = samples[i] > 0 ? (float) base.of(samples[i]) : Float.NaN;
        }
        return without;
    }
}
