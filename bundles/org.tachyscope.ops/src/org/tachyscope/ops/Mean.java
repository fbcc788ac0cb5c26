package org.tachyscope.ops;

import java.lang.foreign.MemorySegment;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;

/**
 * Averages every sample over time: Σx / n, as F32.
 *
 * <p>U8 and U16: the correctly rounded quotient of exact integers. F32: float64 sum and quotient, rounded once.
 */
@Component
@Contribution(id = "mean", label = "Mean", group = "Statistics")
public final class Mean implements Reduction<NanParams> {

    @Override
    public NanParams defaults() {
        return NanParams.PROPAGATE;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, NanParams params) {
        return new MomentFold(Set.of(Moment.SUM), PixelType.F32, Mean::exact, Mean::floating).fold(type, params.nan());
    }

    private static void exact(Moments.Exact moments, MemorySegment out) {
        float[] row = new float[moments.samples()];
        Quotients.ofIntegers(moments.sum(), moments.frames(), row);
        Floats.write(row, out);
    }

    private static void floating(Floats moments, MemorySegment out) {
        float[] row = new float[moments.samples()];
        Quotients.ofFloats(moments.sum(), moments.n(), row);
        Floats.write(row, out);
    }
}
