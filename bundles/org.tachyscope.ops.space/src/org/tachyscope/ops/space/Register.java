package org.tachyscope.ops.space;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Engine;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Stack;

/**
 * Moves every frame so that its content lies where a reference has it: registration by phase correlation, translation only, to a
 * fraction of a pixel. Keeps shape and pixel type.
 *
 * <p>The shifts are estimated once, by {@link Stack#prepare} or the first cursor: one pass over the whole stack, in parallel, but
 * on one thread if every frame is compared with the previous one.
 * Afterwards any frame is computed on its own, in any order. From then on the metadata list the shifts: property
 * {@code registration} sums them up, {@code registration shifts} has one a frame for stacks of up to 10,000 frames.
 *
 * <p>The estimate (Kuglin and Hines 1975): the mean of a frame's channels, less its mean value, tapered; the phase of its Fourier
 * transform times the conjugate of the reference's, weighted with exp(−ω²/2), so that the correlation of two frames that differ
 * only by a shift is a Gaussian of one pixel about that shift; its largest value, refined by the parabola through the logarithms
 * of three values along each axis. Shifts of more than half a frame can't be told from their opposites. Values that are not
 * finite count as the frame's mean.
 */
@Component
@Contribution(id = "register", label = "Register (translation)", group = "Geometry")
public final class Register implements Operation<Register.Params> {

    private final Engine engine;

    /** Estimates shifts with {@code engine}. */
    @Activate
    public Register(@org.osgi.service.component.annotations.Reference Engine engine) {
        this.engine = engine;
    }

    /** Chooses the reference, and how frames are moved. */
    public record Params(
            @Param(label = "Compare with", help = "What every frame is compared with.")
            Reference reference,

            @Param(label = "Frame", help = "The frame that stays where it is.", min = 0)
            long frame,

            @Param(label = "Taper", help = "How the borders of frames are faded out for the comparison.")
            Taper taper,

            @Param(label = "Move by", help = "How values between pixels are found.")
            Method method,

            @Param(label = "Fill", help = "Value where there is nothing of the frame.")
            double fill) {}

    /** Tells what every frame is compared with. */
    public enum Reference {
        /** The frame that stays where it is. */
        FRAME,
        /** The frame before, whose shift is added: follows content that changes slowly, and adds up errors. */
        PREVIOUS
    }

    /** Tells how the borders of frames are faded out for the comparison. */
    public enum Taper {
        /** With Hann's window, against the false edge where opposite borders meet. */
        HANN,
        /** Not at all: for content that leaves on one side and comes back on the other. */
        NONE
    }

    /** Tells how values between pixels are found. */
    public enum Method {
        /** Between the four neighbours. Smooths a little; values stay in the range of their neighbours. */
        BILINEAR,
        /**
         * By phases in Fourier space: loses no detail, but rings at edges and borders. A value that is not finite spoils its
         * whole frame.
         */
        FOURIER
    }

    @Override
    public Params defaults() {
        return new Params(Reference.FRAME, 0, Taper.HANN, Method.BILINEAR, 0);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        long frames = input.shape().frames();
        if (params.frame() < 0 || params.frame() >= frames) {
            throw new IllegalArgumentException("register needs 0 ≤ frame < " + frames + ", got " + params.frame());
        }
        Fill.check("register", input.type(), params.fill());
        return new Registered(engine, input, params);
    }
}
