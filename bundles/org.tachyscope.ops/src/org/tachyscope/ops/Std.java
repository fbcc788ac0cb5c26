package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Param;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;

/**
 * Measures how far every sample strays over time: √(Σ(x − mean)² / d), as F32, where d is n (population) or n − 1 (sample).
 *
 * <p>U8 and U16: correctly rounded from the exact integers V = n Σx² − (Σx)², as √(V / (n d)). F32: from float64 squared
 * deviations, within 1 ulp of the exact value. NaN if any value is NaN or infinite.
 */
@Component
@Contribution(id = "std", label = "Standard deviation", group = "Statistics")
public final class Std implements Reduction<Std.Params> {

    /** Chooses the divisor. */
    public record Params(
            @Param(label = "Divisor", help = "Population divides by n, as numpy does; sample by n − 1.")
            Divisor divisor) {}

    /** Tells what the sum of squared deviations is divided by. */
    public enum Divisor {
        /** The number of frames n. */
        POPULATION,
        /** n − 1, for frames that are a sample of more. */
        SAMPLE
    }

    @Override
    public Params defaults() {
        return new Params(Divisor.POPULATION);
    }

    @Override
    public Fold fold(Shape shape, PixelType type, Params params) {
        if (params.divisor() == Divisor.SAMPLE && shape.frames() < 2) {
            throw new IllegalArgumentException("sample standard deviation needs at least 2 frames, got 1");
        }
        Set<Moment> needs = Set.of(Moment.SUM, Moment.SUM_OF_SQUARES);
        return new Fold.OfMoments(needs, PixelType.F32, (moments, out) -> {
            long d = divisor(moments.frames(), params);
            switch (moments) {
                case Moments.Exact m -> ExactStd.write(m, d, out);
                case Moments.Floating m -> floating(m, d, out);
            }
        });
    }

    private static long divisor(long frames, Params params) {
        return switch (params.divisor()) {
            case POPULATION -> frames;
            case SAMPLE -> frames - 1;
        };
    }

    private static void floating(Moments.Floating moments, double divisor, MemorySegment out) {
        double[] squares = moments.squaredDeviations();
        float[] row = new float[moments.samples()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) Math.sqrt(squares[i] / divisor);
        }
        MemorySegment.copy(row, 0, out, JAVA_FLOAT_UNALIGNED, 0, row.length);
    }
}
