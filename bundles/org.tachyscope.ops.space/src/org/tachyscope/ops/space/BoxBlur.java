package org.tachyscope.ops.space;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

/**
 * Blurs every frame with a box: the mean of the n = (2r + 1)² pixels with |Δx|, |Δy| ≤ r, channel by channel.
 *
 * <p>U8 and U16: the exact sum over n, rounded half up to the same type, or to F32; the time doesn't depend on r. F32: computed
 * in F32 with a relative error below 10⁻⁵ of the largest value in the box; a value that is not finite makes every value within r
 * not finite, and nothing else.
 */
@Component
@Contribution(id = "box-blur", label = "Box blur", group = "Smooth")
public final class BoxBlur implements Operation<BoxBlur.Params> {

    private static final int MAX_RADIUS = 1000;

    /** Chooses the box. */
    public record Params(
            @Param(
                    label = "Radius",
                    help = "The box reaches so far to every side: it is 2 × radius + 1 wide and high.",
                    min = 0,
                    max = MAX_RADIUS,
                    unit = "px")
            int radius,

            @Param(label = "Border", help = "What is taken for pixels outside the frame.")
            Border border,

            @Param(label = "Output", help = "Pixel type of the result.")
            Output output) {}

    @Override
    public Params defaults() {
        return new Params(1, Border.MIRROR, Output.KEEP);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        int radius = params.radius();
        if (radius < 0 || radius > MAX_RADIUS) {
            throw new IllegalArgumentException("box blur needs 0 ≤ radius ≤ " + MAX_RADIUS + " px, got " + radius);
        }
        String words = "box blur, radius " + radius + " px, " + params.border().words();
        Border border = params.border();
        PixelType type = params.output().type(input.type());
        int side = 2 * radius + 1;
        Filtering filtering = input.type() == PixelType.F32
                ? Filtering.around(radius, words, type, 0, () -> new Smoothing(Kernel.box(side), border))
                : Filtering.around(radius, words, type, 2, () -> new BoxSums(side, border, input.type(), type));
        return filtering.on(input, type);
    }
}
