package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.NonNull;

/**
 * Folds frames of one tile into values, one a sample, that can be combined: {@code V} holds those of a tile.
 *
 * @param <V> values of consecutive frames
 */
interface Cells<V> {

    /** Makes room for the values of a tile. */
    V make();

    /** Sets the values to those of a single frame. */
    void load(long frame, @NonNull V to) throws IOException;

    /** Adds the frame behind the ones that {@code to} holds. */
    void append(@NonNull V to, long frame) throws IOException;

    /** Sets the values to those of a frame and the ones behind it. */
    default void prepend(long frame, @NonNull V late, @NonNull V to) throws IOException {
        load(frame, to);
        combine(to, late, to);
    }

    /** Combines two values, of which the second one's frames come later. {@code to} may be one of them. */
    void combine(@NonNull V early, @NonNull V late, @NonNull V to);

    /** Copies values. */
    void copy(@NonNull V from, @NonNull V to);

    /** Writes the result for {@code count} frames. */
    void write(@NonNull V values, long count, MemorySegment out);

    /** Combines three values and writes the result for their {@code count} frames. {@code scratch} may be overwritten. */
    default void write(
            @NonNull V early, @NonNull V middle, @NonNull V late, long count, MemorySegment out, @NonNull V scratch) {
        combine(early, middle, scratch);
        combine(scratch, late, scratch);
        write(scratch, count, out);
    }
}
