package org.tachyscope.ops;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.NanRule;

/**
 * Estimates how far the mean of every sample over time may be off: its standard deviation / √n, as F32. The deviation is that
 * of a sample, divided by n − 1, unless the population's is chosen.
 *
 * <p>U8 and U16: correctly rounded. F32: from float64 squared deviations, within 1 ulp of the exact value. NaN if a value is
 * infinite, or if the sample has one value.
 */
@Component
@Contribution(id = "standard-error", label = "Standard error of the mean", group = "Statistics")
public final class StandardError implements Reduction<SpreadParams> {

    @Override
    public SpreadParams defaults() {
        return new SpreadParams(Divisor.SAMPLE, NanRule.PROPAGATE);
    }

    @Override
    public Fold fold(Shape shape, PixelType type, SpreadParams params) {
        return new SpreadFold("standard error", StandardError::exact, StandardError::floating)
                .fold(shape, type, params);
    }

    private static void exact(ExactVariance variance, MemorySegment out) {
        long frames = variance.moments().frames();
        double[] near = variance.near();
        for (int i = 0; i < near.length; i++) {
            near[i] = Math.sqrt(near[i] / frames);
        }
        BigDecimal n = BigDecimal.valueOf(frames);
        Rounding.write(near, (i, point) -> variance.compare(i, point.pow(2).multiply(n)), out);
    }

    private static void floating(double[] variances, Floats moments, float[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) Math.sqrt(variances[i] / moments.n()[i]);
        }
    }
}
