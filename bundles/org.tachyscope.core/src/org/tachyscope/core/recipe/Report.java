package org.tachyscope.core.recipe;

import java.nio.file.Path;
import java.util.List;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/**
 * Says what a recipe did.
 *
 * @param recipe what ran, with what it was made from
 * @param loader id of the loader that read the source
 * @param shape shape of the stack that was folded
 * @param type its pixel type
 * @param frames frames that were folded
 * @param complete whether these were all
 * @param times how long that took
 * @param files what was written
 * @param losses what isn't in the results
 * @param notes rules that the loader applied, loaders that were set aside, and what happened while frames were computed
 */
public record Report(
        Recipe recipe,
        String loader,
        Shape shape,
        PixelType type,
        long frames,
        boolean complete,
        Times times,
        List<Path> files,
        List<Loss> losses,
        List<String> notes) {

    /**
     * Says how long the parts of a run took, in seconds.
     *
     * @param open to open the source
     * @param fold to fold, nothing to speak of without reductions
     * @param write to compute and write the processed stack, nothing to speak of if no file asks for it
     */
    public record Times(double open, double fold, double write) {}

    /** Copies the lists. */
    public Report {
        files = List.copyOf(files);
        losses = List.copyOf(losses);
        notes = List.copyOf(notes);
    }

    /** Returns frames a second, over all parts of the run. */
    public double framesPerSecond() {
        return frames / Math.max(1e-9, times.open() + times.fold() + times.write());
    }
}
