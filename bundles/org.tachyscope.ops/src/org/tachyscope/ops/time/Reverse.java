package org.tachyscope.ops.time;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.Stack;

/**
 * Turns the order of frames around: the last one comes first. Same type, same pixels. Frames keep their times and names, so
 * times decrease. Keeps no state; a decoder that is slow backwards is as slow here.
 */
@Component
@Contribution(id = "reverse", label = "Reverse", group = "Time")
public final class Reverse implements Operation<Reverse.Params> {

    private static final int TILE = 1 << 16;

    /** Leaves nothing to choose. */
    public record Params() {}

    @Override
    public Params defaults() {
        return new Params();
    }

    @Override
    public Stack apply(Stack input, Params params) {
        long last = input.shape().frames() - 1;
        return new AlongTime(
                input,
                new AlongTime.Plan(
                        "reverse",
                        last + 1,
                        input.type(),
                        metadata -> Times.picked(metadata, last + 1, k -> last - k),
                        Origin.Reach.ALL,
                        1,
                        TILE,
                        0,
                        tile -> (index, out) -> out.copyFrom(tile.raw(last - index))));
    }
}
