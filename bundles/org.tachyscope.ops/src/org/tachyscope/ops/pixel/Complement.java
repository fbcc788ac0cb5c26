package org.tachyscope.ops.pixel;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;

/**
 * Inverts brightness, in the stack's own pixel type: 255 − x for U8, 65535 − x for U16, low + high − x for F32.
 */
@Component
@Contribution(id = "complement", label = "Complement (inverted brightness)", group = "Intensity")
public final class Complement implements Operation<Complement.Params> {

    /**
     * Names the range of F32 samples that is turned round; U8 and U16 turn round their full range.
     *
     * @param low becomes high
     * @param high becomes low
     */
    public record Params(
            @Param(label = "Low", help = "Becomes high; for F32 only.")
            double low,

            @Param(label = "High", help = "Becomes low; for F32 only.")
            double high) {}

    @Override
    public Params defaults() {
        return new Params(0, 1);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        float sum = switch (input.type()) {
            case U8, U16 -> Ranges.most(input.type());
            case F32 -> (float) (params.low() + params.high());
        };
        return PixelChain.of(input, new PointStep(Words.number(sum) + " − x", input.type(), (samples, count, _) -> {
            for (int i = 0; i < count; i++) {
                samples[i] = sum - samples[i];
            }
        }));
    }
}
