package org.tachyscope.ops;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;

/** Finds the smallest value of every sample over time, in the stack's own pixel type; −0 is less than 0. */
@Component
@Contribution(id = "min", label = "Minimum", group = "Extremes")
public final class Min implements Reduction<NanParams> {

    @Override
    public NanParams defaults() {
        return NanParams.PROPAGATE;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, NanParams params) {
        return new MomentFold(
                        Set.of(Moment.MIN),
                        type,
                        (m, out) -> out.copyFrom(m.min().asSlice(0, out.byteSize())),
                        (m, out) -> Floats.write(m.min(), out))
                .fold(type, params.nan());
    }
}
