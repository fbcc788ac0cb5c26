package org.tachyscope.app.internal;

import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Window;

/** Tells which files suit the result of a reduction, before it is there. */
final class Kinds {

    private Kinds() {}

    /** Returns file name extensions: a picture to look at, and a file to compute with. */
    static <P extends Record> String[] files(Reduction<P> reduction, Window all, P params) {
        String[] frame = {"npy", "png"};
        try {
            return switch (reduction.fold(all.stack(), all.type(), params)) {
                case Fold.OfMoments _ -> frame;
                case Fold.Joined joined -> files(joined.kind());
                case Fold.OfPercentile _ -> frame;
                case Fold.OfBlocks<?> blocks ->
                    switch (blocks.split()) {
                        case ROWS, STRIPS, ROWS_AND_TIME -> frame;
                        case FRAMES, ANY, ANY_ORDER -> files(empty(blocks, all).getClass());
                    };
            };
        } catch (IllegalArgumentException e) {
            return frame; // refused again, with its place, before anything is read
        }
    }

    private static String[] files(Class<? extends Result> kind) {
        if (kind == Frame.class) {
            return new String[] {"npy", "png"};
        }
        return kind == Curve.class ? new String[] {"csv", "png"} : new String[] {"csv"};
    }

    private static <A extends Accumulator<A>> Result empty(Fold.OfBlocks<A> blocks, Window all) {
        return blocks.start().start(all).result();
    }
}
