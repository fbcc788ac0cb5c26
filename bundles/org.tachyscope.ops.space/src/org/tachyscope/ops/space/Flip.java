package org.tachyscope.ops.space;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.Stack;

/** Mirrors every frame. Exact, and keeps shape and pixel type. */
@Component
@Contribution(id = "flip", label = "Flip", group = "Geometry")
public final class Flip implements Operation<Flip.Params> {

    /** Chooses what changes places. */
    public record Params(
            @Param(label = "Exchange", help = "What changes places in every frame.")
            Sides sides) {}

    /** Tells what changes places. */
    public enum Sides {
        /** Left and right. */
        LEFT_RIGHT,
        /** Top and bottom. */
        TOP_BOTTOM,
        /** Both: half a turn. */
        BOTH
    }

    @Override
    public Params defaults() {
        return new Params(Sides.LEFT_RIGHT);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        Rearrange step = switch (params.sides()) {
            case LEFT_RIGHT -> Rearrange.leftRight(input.shape(), input.type());
            case TOP_BOTTOM -> Rearrange.topBottom(input.shape(), input.type());
            case BOTH -> Rearrange.halfTurn(input.shape(), input.type());
        };
        String words = switch (params.sides()) {
            case LEFT_RIGHT -> "flip left to right";
            case TOP_BOTTOM -> "flip top to bottom";
            case BOTH -> "flip left to right and top to bottom";
        };
        return FrameByFrame.of(input, step.to(), input.type(), step).named(words);
    }
}
