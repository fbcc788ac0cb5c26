package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

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
 * <p>U8 and U16: the correctly rounded quotient of exact integers. F32: float64 sum and quotient, rounded once. NaN if any
 * value is NaN.
 */
@Component
@Contribution(id = "mean", label = "Mean", group = "Statistics")
public final class Mean implements Reduction<Mean.Params> {

    /** Leaves nothing to choose. */
    public record Params() {}

    @Override
    public Params defaults() {
        return new Params();
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params) {
        return new Fold.OfMoments(Set.of(Moment.SUM), PixelType.F32, (moments, out) -> {
            switch (moments) {
                case Moments.Exact m -> exact(m, out);
                case Moments.Floating m -> floating(m, out);
            }
        });
    }

    /**
     * Rounds twice, to float64 and to float32, which is still correct for n &lt; 2^29. Let the quotient q = Σx / n, in
     * [2^e, 2^(e+1)), e &lt; 16. The points where float32 rounding changes are the multiples k of 2^(e−24), and q = k or
     * |q − k| = |Σx · 2^(24−e) − k · 2^(24−e) · n| / (n · 2^(24−e)) ≥ 2^(e−24) / n, because the numerator is an integer. Rounding
     * to float64 moves q by at most 2^(e−53), which is less, so it can't reach k.
     */
    private static void exact(Moments.Exact moments, MemorySegment out) {
        long[] sum = moments.sum();
        double frames = moments.frames();
        float[] row = new float[moments.samples()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) (sum[i] / frames);
        }
        MemorySegment.copy(row, 0, out, JAVA_FLOAT_UNALIGNED, 0, row.length);
    }

    private static void floating(Moments.Floating moments, MemorySegment out) {
        double[] sum = moments.sum();
        double frames = moments.frames();
        float[] row = new float[moments.samples()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) (sum[i] / frames);
        }
        MemorySegment.copy(row, 0, out, JAVA_FLOAT_UNALIGNED, 0, row.length);
    }
}
