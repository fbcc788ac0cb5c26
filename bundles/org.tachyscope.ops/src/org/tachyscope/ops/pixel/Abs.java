package org.tachyscope.ops.pixel;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.Formula;
import org.tachyscope.api.pixel.PixelChain;

/** Takes the absolute value of every sample, in the stack's own pixel type. */
@Component
@Contribution(id = "abs", label = "Absolute value", group = "Arithmetic")
public final class Abs implements Operation<Abs.Params> {

    /** Leaves nothing to choose. */
    public record Params() {}

    @Override
    public Params defaults() {
        return new Params();
    }

    @Override
    public Stack apply(Stack input, Params params) {
        return PixelChain.of(
                input,
                new PointStep("absolute value", input.type(), List.of(new Formula.Magnitude()), (samples, count, _) -> {
                    for (int i = 0; i < count; i++) {
                        samples[i] = Math.abs(samples[i]);
                    }
                }));
    }
}
