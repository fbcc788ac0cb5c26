package org.tachyscope.ops;

import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;

/**
 * Takes the middle of every sample's values over time, as F32: x_{(n−1)/2} of n values x₀ ≤ x₁ ≤ … if n is odd, else the mean
 * of the middle two, (x_{n/2−1} + x_{n/2}) / 2, computed in float64 and rounded once.
 *
 * <p>Exact for every pixel type. ±∞ are ordinary values; the median of −∞ and ∞ is NaN.
 */
@Component
@Contribution(id = "median", label = "Median", group = "Statistics")
public final class Median implements Reduction<NanParams> {

    @Override
    public NanParams defaults() {
        return NanParams.PROPAGATE;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, NanParams params) {
        return new Fold.OfPercentile(50, params.nan());
    }
}
