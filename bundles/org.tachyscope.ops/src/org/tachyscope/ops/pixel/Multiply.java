package org.tachyscope.ops.pixel;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.Formula;
import org.tachyscope.api.pixel.PixelChain;
import org.tachyscope.api.pixel.Term;

/** Multiplies every sample by a number: c · x in float32, as F32. */
@Component
@Contribution(id = "multiply", label = "Multiply", group = "Arithmetic")
public final class Multiply implements Operation<Multiply.Params> {

    /**
     * Names the factor.
     *
     * @param value c
     */
    public record Params(
            @Param(label = "Value", help = "What every sample is multiplied by.")
            double value) {}

    @Override
    public Params defaults() {
        return new Params(1);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        float value = (float) params.value();
        String words = "multiply by " + Words.number(params.value());
        return PixelChain.of(
                input,
                new PointStep(
                        words,
                        PixelType.F32,
                        List.of(new Formula.Times(new Term.Constant(value))),
                        (samples, count, _) -> {
                            for (int i = 0; i < count; i++) {
                                samples[i] *= value;
                            }
                        }));
    }
}
