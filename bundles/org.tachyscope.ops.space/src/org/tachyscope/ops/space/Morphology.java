package org.tachyscope.ops.space;

import java.util.Locale;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Origin.Reach;
import org.tachyscope.api.data.Stack;

/**
 * Does grey-value morphology with a flat element, channel by channel. Pixels outside the frame don't count. Exact, and keeps the
 * pixel type; NaN where a value is computed from a NaN.
 *
 * <p>An element looks at radius x columns and radius y rows to every side; opening, closing and hats look twice as far.
 */
@Component
@Contribution(id = "morphology", label = "Morphology", group = "Morphology")
public final class Morphology implements Operation<Morphology.Params> {

    private static final int MAX_RADIUS = 500;

    /** Chooses what is done, and with which element. */
    public record Params(
            @Param(label = "Method", help = "What is done.") Method method,

            @Param(label = "Element", help = "Shape of the neighbourhood.")
            Element element,

            @Param(label = "Radius x", help = "Columns to either side.", min = 0, max = MAX_RADIUS, unit = "px")
            int radiusX,

            @Param(label = "Radius y", help = "Rows above and below.", min = 0, max = MAX_RADIUS, unit = "px")
            int radiusY) {}

    /** Tells what is done. */
    public enum Method {
        /** The smallest value of the neighbourhood. */
        ERODE,
        /** The largest value of the neighbourhood. */
        DILATE,
        /** Erode, then dilate: bright spots smaller than the element vanish. */
        OPEN,
        /** Dilate, then erode: dark spots smaller than the element vanish. */
        CLOSE,
        /** The frame minus its opening: bright spots smaller than the element remain. */
        TOP_HAT,
        /** The closing minus the frame: dark spots smaller than the element remain, bright. */
        BLACK_HAT;

        private boolean once() {
            return this == ERODE || this == DILATE;
        }
    }

    @Override
    public Params defaults() {
        return new Params(Method.OPEN, Element.ELLIPSE, 2, 2);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        int rx = params.radiusX();
        int ry = params.radiusY();
        if (rx < 0 || ry < 0 || rx > MAX_RADIUS || ry > MAX_RADIUS) {
            throw new IllegalArgumentException(
                    "morphology needs radii from 0 to " + MAX_RADIUS + " px, got " + rx + " and " + ry);
        }
        String words =
                words(params.method()) + ", " + words(params.element()) + " of radii " + rx + " and " + ry + " px";
        int times = params.method().once() ? 1 : 2;
        long far = (long) times * Math.max(rx, ry);
        Filtering filtering =
                new Filtering(words, new Reach(far, far), input.type(), 2 * times + 1, () -> new Hats(params));
        return filtering.on(input, input.type());
    }

    private static String words(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
