package org.tachyscope.ops.space;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Calibration;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/**
 * Turns every frame anticlockwise as seen, about its centre, and keeps the pixel type.
 *
 * <p>Multiples of 90° are exact: they only move pixels, and width and height change places where needed. Any other angle is
 * bilinear between pixel centres, computed in float64, and rounded and saturated for U8 and U16; where a point lies outside the
 * outermost pixel centres, the result is the fill value. A value that is not finite makes those not finite that it has a weight
 * in. (OpenCV's warp rounds places to 1/32 px, an error of up to 3 % of the contrast between neighbours.)
 */
@Component
@Contribution(id = "rotate", label = "Rotate", group = "Geometry")
public final class Rotate implements Operation<Rotate.Params> {

    /** Chooses the angle, and what happens to corners. */
    public record Params(
            @Param(label = "Angle", help = "Anticlockwise as seen.", min = -360, max = 360, unit = "°")
            double angle,

            @Param(label = "Canvas", help = "Extent of the result, unless the angle is a multiple of 90°.")
            Canvas canvas,

            @Param(label = "Fill", help = "Value where there is nothing of the frame.")
            double fill) {}

    /** Tells how large the result is. */
    public enum Canvas {
        /** As large as the frame: corners are cut off. */
        SAME,
        /** So large that nothing is cut off. */
        WHOLE
    }

    @Override
    public Params defaults() {
        return new Params(90, Canvas.SAME, 0);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        double angle = params.angle();
        if (!(Math.abs(angle) <= 360)) {
            throw new IllegalArgumentException("rotate needs −360° ≤ angle ≤ 360°, got " + angle);
        }
        return angle % 90 == 0 ? exact(input, (int) angle) : any(input, params);
    }

    private static Stack exact(Stack input, int angle) {
        Shape shape = input.shape();
        PixelType type = input.type();
        int quarters = Math.floorMod(angle / 90, 4);
        Rearrange step = switch (quarters) {
            case 1 -> Rearrange.anticlockwise(shape, type);
            case 2 -> Rearrange.halfTurn(shape, type);
            case 3 -> Rearrange.clockwise(shape, type);
            default -> Rearrange.unmoved(shape, type);
        };
        return FrameByFrame.of(input, step.to(), type, step)
                .named("rotate by " + angle + "°")
                .describedBy(metadata -> quarters % 2 == 0 ? metadata : PixelSize.swapped(metadata));
    }

    private static Stack any(Stack input, Params params) {
        Calibration pixel = input.metadata().calibration();
        if (pixel.pixelWidth() != pixel.pixelHeight()) {
            throw new IllegalArgumentException("rotate by " + params.angle() + "° needs square pixels, these are "
                    + pixel.pixelWidth() + " × " + pixel.pixelHeight() + " " + pixel.lengthUnit());
        }
        Fill.check("rotate", input.type(), params.fill());
        Turn turn = Turn.of(input.shape(), input.type(), params);
        return FrameByFrame.of(input, turn.to(), input.type(), turn)
                .named("rotate by " + params.angle() + "°, outside " + params.fill())
                .taking(8L * turn.to().samplesPerRow());
    }
}
