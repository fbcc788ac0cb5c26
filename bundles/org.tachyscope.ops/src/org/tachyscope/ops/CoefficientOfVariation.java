package org.tachyscope.ops;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moments;

/**
 * Measures the standard deviation of every sample over time in units of its mean: std / mean, as F32. NaN where the mean is 0;
 * negative where the mean is.
 *
 * <p>U8 and U16: correctly rounded. F32: from float64 sums and squared deviations, as good as the mean. NaN if a value is
 * infinite, or if the sample has one value.
 */
@Component
@Contribution(id = "cv", label = "Coefficient of variation", group = "Statistics")
public final class CoefficientOfVariation implements Reduction<SpreadParams> {

    @Override
    public SpreadParams defaults() {
        return SpreadParams.POPULATION;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, SpreadParams params) {
        return new SpreadFold(
                        "coefficient of variation", CoefficientOfVariation::exact, CoefficientOfVariation::floating)
                .fold(shape, type, params);
    }

    @Override
    public String unit(String sampleUnit, SpreadParams params) {
        return "";
    }

    private static void exact(ExactVariance variance, MemorySegment out) {
        Moments.Exact moments = variance.moments();
        double[] near = variance.nearRoots();
        for (int i = 0; i < near.length; i++) {
            long sum = moments.sum()[i];
            near[i] = sum == 0 ? Double.NaN : near[i] * moments.frames() / sum;
        }
        BigDecimal n = BigDecimal.valueOf(moments.frames());
        Rounding.write(
                near,
                (i, point) -> {
                    BigDecimal std = point.multiply(BigDecimal.valueOf(moments.sum()[i]));
                    return variance.compare(i, n.pow(2), std.pow(2));
                },
                out);
    }

    private static void floating(double[] variances, Floats moments, float[] row) {
        for (int i = 0; i < row.length; i++) {
            double mean = moments.sum()[i] / moments.n()[i];
            row[i] = mean == 0 ? Float.NaN : (float) (Math.sqrt(variances[i]) / mean);
        }
    }
}
