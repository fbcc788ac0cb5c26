package org.tachyscope.ops;

import java.lang.foreign.MemorySegment;
import java.util.Set;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;
import org.tachyscope.api.fold.NanRule;

/**
 * Makes folds that follow from moments. The engine computes them, but for F32 without NaN, which {@link KnownMoments} does.
 *
 * @param needs the moments that are read
 * @param result pixel type of the result
 * @param integers finishes U8 and U16
 * @param floats finishes F32
 */
record MomentFold(Set<Moment> needs, PixelType result, OfIntegers integers, OfFloats floats) {

    /** Finishes exact moments. */
    @FunctionalInterface
    interface OfIntegers {
        void finish(Moments.Exact moments, MemorySegment out);
    }

    /** Finishes float64 moments. */
    @FunctionalInterface
    interface OfFloats {
        void finish(Floats moments, MemorySegment out);
    }

    /** Makes the fold of a stack of {@code type}. */
    Fold fold(PixelType type, NanRule nan) {
        if (type == PixelType.F32 && nan == NanRule.IGNORE) {
            return new Fold.OfBlocks<>(Fold.Split.ROWS_AND_TIME, window -> new KnownMoments(window, this));
        }
        return new Fold.OfMoments(needs, result, (moments, out) -> {
            switch (moments) {
                case Moments.Exact exact -> integers.finish(exact, out);
                case Moments.Floating floating -> floats.finish(Floats.of(floating, needs), out);
            }
        });
    }
}
