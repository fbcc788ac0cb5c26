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

/** Adds a number to every sample: x + c in float32, as F32. */
@Component
@Contribution(id = "add", label = "Add", group = "Arithmetic")
public final class Add implements Operation<Add.Params> {

    /**
     * Names the summand.
     *
     * @param value c
     */
    public record Params(
            @Param(label = "Value", help = "What is added to every sample.")
            double value) {}

    @Override
    public Params defaults() {
        return new Params(0);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        float value = (float) params.value();
        String words = "add " + Words.number(params.value());
        return PixelChain.of(
                input,
                new PointStep(
                        words,
                        PixelType.F32,
                        List.of(new Formula.Plus(new Term.Constant(value))),
                        (samples, count, _) -> {
                            for (int i = 0; i < count; i++) {
                                samples[i] += value;
                            }
                        }));
    }
}
