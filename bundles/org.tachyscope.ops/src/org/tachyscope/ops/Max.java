package org.tachyscope.ops;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;

/** Finds the largest value of every sample over time, in the stack's own pixel type; −0 is less than 0. */
@Component
@Contribution(id = "max", label = "Maximum", group = "Extremes")
public final class Max implements Reduction<NanParams> {

    @Override
    public NanParams defaults() {
        return NanParams.PROPAGATE;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, NanParams params) {
        return new MomentFold(
                        Set.of(Moment.MAX),
                        type,
                        (m, out) -> out.copyFrom(m.max().asSlice(0, out.byteSize())),
                        (m, out) -> Floats.write(m.max(), out))
                .fold(type, params.nan());
    }
}
