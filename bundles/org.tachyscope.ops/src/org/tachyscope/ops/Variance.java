package org.tachyscope.ops;

import java.lang.foreign.MemorySegment;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;

/**
 * Measures the variance of every sample over time: Σ(x − mean)² / d, as F32, where d is n (population) or n − 1 (sample).
 *
 * <p>U8 and U16: correctly rounded from the exact integers V = n Σx² − (Σx)², as V / (n d). F32: from float64 squared
 * deviations, within 1 ulp of the exact value. NaN if a value is infinite, or if the sample has one value.
 */
@Component
@Contribution(id = "variance", label = "Variance", group = "Statistics")
public final class Variance implements Reduction<SpreadParams> {

    @Override
    public SpreadParams defaults() {
        return SpreadParams.POPULATION;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, SpreadParams params) {
        return new SpreadFold("variance", Variance::exact, Variance::floating).fold(shape, type, params);
    }

    @Override
    public String unit(String sampleUnit, SpreadParams params) {
        return sampleUnit.isEmpty() ? "" : sampleUnit + "²";
    }

    private static void exact(ExactVariance variance, MemorySegment out) {
        Rounding.write(variance.near(), variance::compare, out);
    }

    private static void floating(double[] variances, Floats moments, float[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) variances[i];
        }
    }
}
