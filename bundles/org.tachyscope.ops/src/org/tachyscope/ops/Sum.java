package org.tachyscope.ops;

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
 * Adds up every sample over time: Σx, as F32.
 *
 * <p>U8 and U16: the exact integer sum, correctly rounded; without rounding up to 2^24, which is 65793 frames of U8 or 256 of
 * U16 at full scale. F32: float64 sum, rounded once; infinite beyond 3.4e38.
 */
@Component
@Contribution(id = "sum", label = "Sum", group = "Statistics")
public final class Sum implements Reduction<NanParams> {

    @Override
    public NanParams defaults() {
        return NanParams.PROPAGATE;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, NanParams params) {
        return new MomentFold(Set.of(Moment.SUM), PixelType.F32, Sum::exact, Sum::floating).fold(type, params.nan());
    }

    private static void exact(Moments.Exact moments, MemorySegment out) {
        float[] row = new float[moments.samples()];
        Quotients.ofIntegers(moments.sum(), 1, row);
        Floats.write(row, out);
    }

    private static void floating(Floats moments, MemorySegment out) {
        double[] sum = moments.sum();
        float[] row = new float[moments.samples()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) sum[i];
        }
        Floats.write(row, out);
    }
}
