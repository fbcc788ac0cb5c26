package org.tachyscope.ops;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
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
 * Measures the root mean square of every sample over time: √(Σx² / n), as F32.
 *
 * <p>U8 and U16: correctly rounded from the exact Σx². F32: √(mean² + variance) in float64, within 1 ulp of the exact value.
 * NaN if a value is infinite.
 */
@Component
@Contribution(id = "rms", label = "Root mean square", group = "Statistics")
public final class Rms implements Reduction<NanParams> {

    @Override
    public NanParams defaults() {
        return NanParams.PROPAGATE;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, NanParams params) {
        return new MomentFold(Set.of(Moment.SUM, Moment.SUM_OF_SQUARES), PixelType.F32, Rms::exact, Rms::floating)
                .fold(type, params.nan());
    }

    private static void exact(Moments.Exact moments, MemorySegment out) {
        double[] near = new double[moments.samples()];
        for (int i = 0; i < near.length; i++) {
            near[i] = Math.sqrt((double) moments.sumOfSquares()[i] / moments.frames());
        }
        BigDecimal n = BigDecimal.valueOf(moments.frames());
        Rounding.write(
                near,
                (i, point) -> BigDecimal.valueOf(moments.sumOfSquares()[i])
                        .compareTo(point.pow(2).multiply(n)),
                out);
    }

    private static void floating(Floats moments, MemorySegment out) {
        float[] row = new float[moments.samples()];
        for (int i = 0; i < row.length; i++) {
            double n = moments.n()[i];
            double mean = moments.sum()[i] / n;
            row[i] = (float) Math.sqrt(mean * mean + moments.deviations()[i] / n);
        }
        Floats.write(row, out);
    }
}
