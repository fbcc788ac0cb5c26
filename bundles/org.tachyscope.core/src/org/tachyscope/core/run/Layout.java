package org.tachyscope.core.run;

import java.util.List;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;

/**
 * Tells how a run cuts a stack into pieces of work, unless it goes strip by strip, see {@link StripLayout}.
 *
 * @param pieces pieces that each slab's frames are cut into
 * @param samples samples of a piece's frame
 * @param chunkFrames frames of a piece that are fed to every fold before the next ones; 0 if kernels cut as they like
 */
public record Layout(int pieces, int samples, int chunkFrames) {

    /** Bounds the memory of a run that copies frames before it folds them, for threads that share it. */
    public static final long COPIED_BYTES = Source.Copied.MOST_BYTES;

    /** Returns how {@link Runner} cuts such a stack for these folds. */
    public static Layout of(Shape shape, PixelType type, List<? extends Fold> folds) {
        boolean blocks = Joining.parts(folds).stream().anyMatch(Fold.OfBlocks.class::isInstance);
        Strips rows = Strips.ofRows(shape, type);
        if (!blocks || rows.count() < Run.FEW) {
            Strips samples = Strips.ofSamples(shape, type);
            return new Layout(samples.count(), samples.most(), 0);
        }
        return new Layout(rows.count(), rows.most(), Crew.chunkFrames(rows.bytes(0)));
    }
}
