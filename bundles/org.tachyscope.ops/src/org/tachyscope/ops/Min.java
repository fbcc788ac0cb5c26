package org.tachyscope.ops;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;

/** Finds the smallest value of every sample over time, in the stack's own pixel type. NaN if any value is NaN. */
@Component
@Contribution(id = "min", label = "Minimum", group = "Statistics")
public final class Min implements Reduction<Min.Params> {

    /** Leaves nothing to choose. */
    public record Params() {}

    @Override
    public Params defaults() {
        return new Params();
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params) {
        return new Fold.OfMoments(
                Set.of(Moment.MIN),
                type,
                (moments, out) -> out.copyFrom(moments.min().asSlice(0, out.byteSize())));
    }
}
