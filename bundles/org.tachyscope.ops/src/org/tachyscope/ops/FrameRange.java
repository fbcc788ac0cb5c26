package org.tachyscope.ops;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Stack;

/**
 * Takes frames from one to another, both included, or every so many of them. Pixels stay where they are; names and times of
 * the frames follow. Any pixel type, which stays.
 */
@Component
@Contribution(id = "frames", label = "Frame range", group = "Time")
public final class FrameRange implements Operation<FrameRange.Params> {

    /** Names the frames. */
    public record Params(
            @Param(label = "From", min = 0, help = "Index of the first frame; the stack's first has 0.")
            long from,

            @Param(label = "To", min = -1, help = "Index of the last frame; -1: the stack's last.")
            long to,

            @Param(label = "Step", min = 1, help = "Takes every so many frames; 1: all.")
            long step) {}

    @Override
    public Params defaults() {
        return new Params(0, -1, 1);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        long frames = input.shape().frames();
        long to = params.to() == -1 ? frames - 1 : params.to();
        if (params.from() < 0 || params.from() > to || to >= frames) {
            throw new IllegalArgumentException("a frame range needs 0 ≤ from ≤ to < " + frames + ", the number of"
                    + " frames, got from " + params.from() + " to " + to);
        }
        if (params.step() < 1) {
            throw new IllegalArgumentException("a frame range needs step ≥ 1, got " + params.step());
        }
        return new Every(input, params.from(), params.step(), (to - params.from()) / params.step() + 1);
    }
}
