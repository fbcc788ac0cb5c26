package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

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
 * U16 at full scale. F32: float64 sum, rounded once; infinite beyond 3.4e38. NaN if any value is NaN.
 */
@Component
@Contribution(id = "sum", label = "Sum", group = "Statistics")
public final class Sum implements Reduction<Sum.Params> {

    /** Leaves nothing to choose. */
    public record Params() {}

    @Override
    public Params defaults() {
        return new Params();
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params) {
        return new Fold.OfMoments(Set.of(Moment.SUM), PixelType.F32, (moments, out) -> {
            switch (moments) {
                case Moments.Exact m -> exact(m, out);
                case Moments.Floating m -> floating(m, out);
            }
        });
    }

    private static void exact(Moments.Exact moments, MemorySegment out) {
        long[] sum = moments.sum();
        float[] row = new float[moments.samples()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) sum[i];
        }
        MemorySegment.copy(row, 0, out, JAVA_FLOAT_UNALIGNED, 0, row.length);
    }

    private static void floating(Moments.Floating moments, MemorySegment out) {
        double[] sum = moments.sum();
        float[] row = new float[moments.samples()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) sum[i];
        }
        MemorySegment.copy(row, 0, out, JAVA_FLOAT_UNALIGNED, 0, row.length);
    }
}
