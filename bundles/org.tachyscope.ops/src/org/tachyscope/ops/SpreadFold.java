package org.tachyscope.ops;

import java.lang.foreign.MemorySegment;
import java.util.Set;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;

/**
 * Makes folds that follow from the variance Σ(x − mean)² / d.
 *
 * @param what is measured, for a refusal
 * @param integers finishes U8 and U16
 * @param floats finishes F32
 */
record SpreadFold(String what, OfIntegers integers, OfFloats floats) {

    /** Finishes exact variances. */
    @FunctionalInterface
    interface OfIntegers {
        void finish(ExactVariance variance, MemorySegment out);
    }

    /** Finishes float64 variances; NaN where d is 0. */
    @FunctionalInterface
    interface OfFloats {
        void finish(double[] variances, Floats moments, float[] row);
    }

    /** Makes the fold of a stack, unless it is a sample of one frame. */
    Fold fold(Shape shape, PixelType type, SpreadParams params) {
        Divisor divisor = params.divisor();
        divisor.check(shape, what);
        return new MomentFold(
                        Set.of(Moment.SUM, Moment.SUM_OF_SQUARES),
                        PixelType.F32,
                        (moments, out) -> integers.finish(ExactVariance.of(moments, divisor), out),
                        (moments, out) -> floating(moments, divisor, out))
                .fold(type, params.nan());
    }

    private void floating(Floats moments, Divisor divisor, MemorySegment out) {
        double[] variances = new double[moments.samples()];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = moments.deviations()[i] / (moments.n()[i] - divisor.less());
        }
        float[] row = new float[variances.length];
        floats.finish(variances, moments, row);
        Floats.write(row, out);
    }
}
