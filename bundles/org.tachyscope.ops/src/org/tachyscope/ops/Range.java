package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

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
 * Measures the largest less the smallest value of every sample over time, in the stack's own pixel type.
 *
 * <p>U8 and U16: exact. F32: rounded once, infinite beyond 3.4e38; NaN where all values are the same infinity.
 */
@Component
@Contribution(id = "range", label = "Range", group = "Extremes")
public final class Range implements Reduction<NanParams> {

    @Override
    public NanParams defaults() {
        return NanParams.PROPAGATE;
    }

    @Override
    public Fold fold(Shape shape, PixelType type, NanParams params) {
        return new MomentFold(Set.of(Moment.MIN, Moment.MAX), type, Range::exact, Range::floating)
                .fold(type, params.nan());
    }

    private static void exact(Moments.Exact moments, MemorySegment out) {
        int bytes = (int) (out.byteSize() / moments.samples());
        for (long at = 0; at < out.byteSize(); at += bytes) {
            if (bytes == 1) {
                out.set(JAVA_BYTE, at, (byte)
                        (moments.max().get(JAVA_BYTE, at) - moments.min().get(JAVA_BYTE, at)));
            } else {
                int max = moments.max().get(JAVA_SHORT_UNALIGNED, at);
                int min = moments.min().get(JAVA_SHORT_UNALIGNED, at);
                out.set(JAVA_SHORT_UNALIGNED, at, (short) (max - min));
            }
        }
    }

    private static void floating(Floats moments, MemorySegment out) {
        float[] row = new float[moments.samples()];
        for (int i = 0; i < row.length; i++) {
            row[i] = moments.max()[i] - moments.min()[i];
        }
        Floats.write(row, out);
    }
}
