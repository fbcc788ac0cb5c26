package org.tachyscope.ui.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.Plan.Access;

/**
 * States where the pixels of an open stack come from and what they occupy.
 *
 * @param source the file or folder, if it was opened from one
 * @param access how frames are reached
 * @param memoryBytes memory that is allocated while the stack is open; 0 for mapped and computed stacks
 * @param notes rules that were applied when it was opened or computed, one sentence each; shown when asked for
 */
public record Residence(Optional<Path> source, Access access, long memoryBytes, List<String> notes) {

    /** Copies the notes. */
    public Residence {
        notes = List.copyOf(notes);
    }

    /** Describes a stack that is computed from another one when it is looked at. */
    public static Residence computed() {
        return new Residence(Optional.empty(), Access.DECODED, 0, List.of());
    }

    /** Describes a stack that lives in memory and came from no file, such as the result of a reduction. */
    public static Residence inMemory(long bytes) {
        return new Residence(Optional.empty(), Access.LOADED, bytes, List.of());
    }
}
