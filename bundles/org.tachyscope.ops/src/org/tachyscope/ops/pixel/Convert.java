package org.tachyscope.ops.pixel;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;
import org.tachyscope.api.pixel.PixelMath;
import org.tachyscope.api.pixel.PixelStep;
import org.tachyscope.api.pixel.PixelTools;

/**
 * Converts to another pixel type. To U8 and U16 samples are rounded half up, saturate at the ends of the range, and NaN
 * becomes 0; both are counted. To F32 they are kept exactly.
 *
 * <p>Scaling maps a range of samples to the full range of the new type (0 … 255, 0 … 65535, F32 0 … 1) before that:
 * (x − low) · s in float32, with s = full / (high − low) rounded once.
 */
@Component
@Contribution(id = "convert", label = "Convert", group = "Intensity")
public final class Convert implements Operation<Convert.Params> {

    /** Tells which range is mapped to the full range of the new type. */
    public enum Scaling {
        /** None: samples keep their values. */
        NONE,
        /** The full range of the old type. */
        FULL,
        /** From low to high. */
        RANGE
    }

    /**
     * Names the type.
     *
     * @param type new pixel type
     * @param scaling what is mapped to its full range
     * @param low start of the range
     * @param high end of the range
     */
    public record Params(
            @Param(label = "Type", help = "U8, U16 or F32.") PixelType type,

            @Param(
                    label = "Scaling",
                    help = "None keeps values; full maps the old type's range, range maps low … high.")
            Scaling scaling,

            @Param(label = "Low", help = "Becomes 0, if a range is scaled.")
            double low,

            @Param(label = "High", help = "Becomes the new type's largest value, if a range is scaled.")
            double high) {}

    @Override
    public Params defaults() {
        return new Params(PixelType.F32, Scaling.NONE, 0, 1);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        return switch (params.scaling()) {
            case NONE -> unscaled(input, params.type());
            case FULL -> scaled(input, params.type(), 0, Ranges.most(input.type()));
            case RANGE -> {
                Ranges.check("convert", params.low(), params.high());
                yield scaled(input, params.type(), params.low(), params.high());
            }
        };
    }

    /** Makes samples of another type, which may hold less. */
    private record Conversion(String words, PixelType output, PointStep.Action action) implements PixelStep {
        @Override
        public PixelType type(PixelType input) {
            return output;
        }

        @Override
        public Optional<Loss> loss(PixelType input, long frames) {
            return Ranges.narrowed(words, input, output, frames);
        }

        @Override
        public Worker worker(PixelTools tools) {
            return (_, samples, count) -> action.apply(samples, count, tools);
        }
    }

    private static Stack unscaled(Stack input, PixelType type) {
        return PixelChain.of(
                input,
                new Conversion(
                        "convert to " + type, type, (samples, count, tools) -> store(samples, count, type, tools)));
    }

    private static Stack scaled(Stack input, PixelType type, double low, double high) {
        float start = (float) low;
        float factor = (float) (Ranges.most(type) / (high - low));
        String words = "convert " + Words.number(low) + " … " + Words.number(high) + " to " + type;
        return PixelChain.of(input, new Conversion(words, type, (samples, count, tools) -> {
            for (int i = 0; i < count; i++) {
                samples[i] = (samples[i] - start) * factor;
            }
            store(samples, count, type, tools);
        }));
    }

    /** Makes samples fit {@code type} and counts those that don't. */
    static void store(float[] samples, int count, PixelType type, PixelTools tools) {
        switch (type) {
            case U8, U16 -> {
                PixelMath.Rounded rounded = tools.math().round(samples, count, Ranges.most(type));
                tools.tally().add("saturated", rounded.saturated());
                tools.tally().add("NaN, set to 0", rounded.nans());
            }
            case F32 -> {}
        }
    }
}
