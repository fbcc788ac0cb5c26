package org.tachyscope.ops.pixel;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Engine;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;

/**
 * Maps the range of samples to [0, 1], as F32, or to 0 … 255, rounded half up, as U8: (x − lo) / (hi − lo) in float32, limited
 * to [0, 1].
 *
 * <p>lo and hi are the smallest and largest sample of each frame or of the whole stack, or, trimmed by p per cent, the
 * percentiles p and 100 − p, interpolated linearly between order statistics. NaN and infinities don't count for them; NaN
 * stays NaN, and becomes 0 in U8 and is counted. A constant frame or stack becomes 0.
 */
@Component
@Contribution(id = "normalise", label = "Normalise", group = "Intensity")
public final class Normalise implements Operation<Normalise.Params> {

    private final Engine engine;

    /** Reduces with {@code engine}. */
    @Activate
    public Normalise(@org.osgi.service.component.annotations.Reference Engine engine) {
        this.engine = engine;
    }

    /** Tells what has a range of its own. */
    public enum Scope {
        /** Each frame. */
        FRAME,
        /** The whole stack, read once before the first frame. */
        STACK
    }

    /** Tells what comes out. */
    public enum Output {
        /** [0, 1] as F32. */
        F32,
        /** 0 … 255 as U8. */
        U8
    }

    /**
     * Names the range.
     *
     * @param scope what has a range of its own
     * @param trim p in per cent
     * @param output what comes out
     */
    public record Params(
            @Param(label = "Scope", help = "Frame: each has its own range. Stack: one for all.")
            Scope scope,

            @Param(
                    label = "Trim",
                    help = "Ignores so many of the darkest and of the brightest samples.",
                    min = 0,
                    max = 49.9,
                    unit = "%")
            double trim,

            @Param(label = "Output", help = "F32 from 0 to 1, or U8 from 0 to 255.")
            Output output) {}

    @Override
    public Params defaults() {
        return new Params(Scope.FRAME, 0, Output.F32);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        if (!(params.trim() >= 0 && params.trim() < 50)) {
            throw new IllegalArgumentException("trim must lie in [0, 50) %, got " + Words.number(params.trim()));
        }
        return PixelChain.of(
                input,
                switch (params.scope()) {
                    case FRAME -> new NormaliseFrames(input, params.trim(), params.output());
                    case STACK -> new NormaliseStack(engine, input, params.trim(), params.output());
                });
    }
}
