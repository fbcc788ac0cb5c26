package org.tachyscope.core.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.Size;

/**
 * Tells how a run goes strip by strip, because one of its folds needs all frames of a sample.
 *
 * @param strips strips that a frame is cut into
 * @param samples samples of a strip's frame
 * @param place where all frames lie meanwhile
 * @param bytes what a copy of all frames takes there; 0 in place
 * @param passBefore whether folds that merge across rows get a pass over the frames of their own before
 */
public record StripLayout(int strips, int samples, Place place, long bytes, boolean passBefore) {

    /** Is where all frames lie while strip after strip is folded. */
    public sealed interface Place {}

    /** They lie in memory, or in a file that is mapped, already. */
    public record InPlace() implements Place {}

    /** They are copied to memory. */
    public record InMemory() implements Place {}

    /**
     * They are copied to a temporary file.
     *
     * @param folder where it is made
     */
    public record InFile(Path folder) implements Place {}

    /**
     * Returns how {@link Runner} goes through such a stack for these folds if it has as much memory as there is now, or nothing
     * if it doesn't go strip by strip.
     *
     * @param contiguous whether all frames lie in one piece of memory or of a mapped file
     * @throws IOException if the system doesn't tell how much memory there is
     */
    public static Optional<StripLayout> of(Shape shape, PixelType type, List<? extends Fold> folds, boolean contiguous)
            throws IOException {
        return of(shape, type, folds, contiguous, Room::ofMachine);
    }

    static Optional<StripLayout> of(
            Shape shape, PixelType type, List<? extends Fold> folds, boolean contiguous, Room.Finder finder)
            throws IOException {
        List<Fold> parts = Joining.parts(folds);
        if (!StripRun.suits(parts)) {
            return Optional.empty();
        }
        Strips strips = StripRun.strips(shape, type, parts);
        long bytes = contiguous ? 0 : Size.of(shape, type);
        return Optional.of(new StripLayout(
                strips.count(), strips.most(), place(contiguous, bytes, finder), bytes, StripRun.passBefore(parts)));
    }

    private static Place place(boolean contiguous, long bytes, Room.Finder finder) throws IOException {
        if (contiguous) {
            return new InPlace();
        }
        Room room = finder.find();
        return room.holds(bytes) ? new InMemory() : new InFile(room.folder());
    }
}
