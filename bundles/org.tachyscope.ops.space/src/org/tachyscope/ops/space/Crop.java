package org.tachyscope.ops.space;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Stack;

/**
 * Cuts a rectangle out of every frame. Exact, and keeps the pixel type. A rectangle as wide as the frame isn't copied, and
 * one as large as the frame leaves a contiguous stack contiguous. Property {@code crop} says where the rectangle was, and the losses admit what lay outside.
 */
@Component
@Contribution(id = "crop", label = "Crop", group = "Geometry")
public final class Crop implements Operation<Crop.Params> {

    /** Places the rectangle. */
    public record Params(
            @Param(label = "Region", help = "The rectangle that is kept, inside the frame.")
            Box box) {}

    @Override
    public Params defaults() {
        return new Params(new Box(0, 0, 1, 1));
    }

    @Override
    public Stack apply(Stack input, Params params) {
        return new Cropped(input, params.box().checkInside(input.shape()));
    }
}
