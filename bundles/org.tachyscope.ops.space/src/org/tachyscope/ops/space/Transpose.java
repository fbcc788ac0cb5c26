package org.tachyscope.ops.space;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.Stack;

/** Exchanges rows and columns of every frame, and width and height of its pixels. Exact, and keeps the pixel type. */
@Component
@Contribution(id = "transpose", label = "Transpose", group = "Geometry")
public final class Transpose implements Operation<Transpose.Params> {

    /** Leaves nothing to choose. */
    public record Params() {}

    @Override
    public Params defaults() {
        return new Params();
    }

    @Override
    public Stack apply(Stack input, Params params) {
        Rearrange step = Rearrange.transposed(input.shape(), input.type());
        return FrameByFrame.of(input, step.to(), input.type(), step)
                .named("transpose")
                .describedBy(PixelSize::swapped);
    }
}
