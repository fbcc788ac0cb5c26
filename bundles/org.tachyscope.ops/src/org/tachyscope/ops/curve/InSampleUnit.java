package org.tachyscope.ops.curve;

import org.jspecify.annotations.NonNull;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;

/** Is a reduction whose quantities carry the unit of the stack's samples; none where only shape and type are known. */
interface InSampleUnit<P extends Record> extends Reduction<P> {

    /** Describes the fold, with the unit of its quantities. */
    Fold fold(Shape shape, PixelType type, @NonNull P params, String unit);

    @Override
    default Fold fold(Shape shape, PixelType type, @NonNull P params) {
        return fold(shape, type, params, "");
    }

    @Override
    default Fold fold(Stack stack, @NonNull P params) {
        return fold(
                stack.shape(),
                stack.type(),
                params,
                stack.metadata().calibration().sampleUnit());
    }
}
