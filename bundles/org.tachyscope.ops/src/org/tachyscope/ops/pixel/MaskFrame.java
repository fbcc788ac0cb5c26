package org.tachyscope.ops.pixel;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Engine;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;

/**
 * Sets samples to a number where a reference is 0, or NaN. The pixel type stays if it holds that number exactly, otherwise
 * the result is F32.
 */
@Component
@Contribution(id = "mask-frame", label = "Mask by frame", group = "Intensity")
public final class MaskFrame implements Operation<MaskFrame.Params> {

    private final Engine engine;

    /** Opens and reduces references with {@code engine}. */
    @Activate
    public MaskFrame(@org.osgi.service.component.annotations.Reference Engine engine) {
        this.engine = engine;
    }

    /**
     * Names the mask.
     *
     * @param mask samples are kept where it is neither 0 nor NaN
     * @param value what the others become
     */
    public record Params(
            @Param(label = "Mask", help = "Keeps samples where it isn't 0: " + Words.REFERENCE)
            Reference mask,

            @Param(label = "Value", help = "What the others become; NaN is allowed.")
            double value) {}

    @Override
    public Params defaults() {
        return new Params(new Reference.Constant(1), 0);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        float value = (float) params.value();
        Operand operand = new Operands(engine, input).of(params.mask());
        String words = "set to " + Words.number(params.value()) + " where " + params.mask() + " is 0";
        boolean same = Ranges.holds(input.type(), params.value());
        PixelType type = same ? input.type() : PixelType.F32;
        return PixelChain.of(input, new OperandStep(words, type, operand, (samples, values, count, _) -> {
            for (int i = 0; i < count; i++) {
                samples[i] = values[i] > 0 || values[i] < 0 ? samples[i] : value;
            }
        }));
    }
}
