package org.tachyscope.ops.pixel;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.Formula;
import org.tachyscope.api.pixel.PixelChain;

/**
 * Limits every sample to a range, in the stack's own pixel type; U8 and U16 samples to the whole numbers of that range. NaN
 * stays NaN.
 */
@Component
@Contribution(id = "clamp", label = "Clamp", group = "Intensity")
public final class Clamp implements Operation<Clamp.Params> {

    /**
     * Names the range.
     *
     * @param low smallest sample
     * @param high largest sample
     */
    public record Params(
            @Param(label = "Low", help = "What lies below becomes this.")
            double low,

            @Param(label = "High", help = "What lies above becomes this.")
            double high) {}

    @Override
    public Params defaults() {
        return new Params(0, 255);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        if (!(params.low() <= params.high())) {
            throw new IllegalArgumentException("clamp needs low ≤ high, got " + Words.number(params.low()) + " and "
                    + Words.number(params.high()));
        }
        float low = switch (input.type()) {
            case U8, U16 -> (float) Math.ceil(Math.max(0, params.low()));
            case F32 -> (float) params.low();
        };
        float high = switch (input.type()) {
            case U8, U16 -> (float) Math.floor(Math.min(Ranges.most(input.type()), params.high()));
            case F32 -> (float) params.high();
        };
        String words = "clamp to " + Words.number(params.low()) + " … " + Words.number(params.high());
        if (low > high) {
            throw new IllegalArgumentException(words + ": no " + input.type() + " sample lies in that range");
        }
        return PixelChain.of(
                input,
                new PointStep(words, input.type(), List.of(new Formula.Limits(low, high)), (samples, count, _) -> {
                    for (int i = 0; i < count; i++) {
                        samples[i] = Math.max(low, Math.min(high, samples[i]));
                    }
                }));
    }
}
