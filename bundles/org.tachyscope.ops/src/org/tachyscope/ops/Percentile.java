package org.tachyscope.ops;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Param;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.NanRule;

/**
 * Takes a percentile of every sample's values over time, as F32. Of n values x₀ ≤ x₁ ≤ … it lies at h = (n − 1) · p / 100; with
 * k = ⌊h⌋ and g = h − k it is x_k + (x_{k+1} − x_k) · g, computed in float64 and rounded once: numpy's default.
 *
 * <p>Exact for every pixel type. ±∞ are ordinary values, see {@link Fold.OfPercentile}.
 */
@Component
@Contribution(id = "percentile", label = "Percentile", group = "Statistics")
public final class Percentile implements Reduction<Percentile.Params> {

    /**
     * Chooses the percentile.
     *
     * @param p 0 … 100
     * @param nan makes no difference for U8 and U16
     */
    public record Params(
            @Param(
                    label = "Percentile",
                    help = "0 is the minimum, 50 the median, 100 the maximum.",
                    min = 0,
                    max = 100,
                    unit = "%")
            double p,

            @Param(label = "NaN", help = NanParams.HELP) NanRule nan) {}

    @Override
    public Params defaults() {
        return new Params(90, NanRule.PROPAGATE);
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params) {
        return new Fold.OfPercentile(params.p(), params.nan());
    }
}
