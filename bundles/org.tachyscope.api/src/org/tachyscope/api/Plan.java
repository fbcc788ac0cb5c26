package org.tachyscope.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Table;

/** Says what opening a source will give, cost and lose, before it is read; then opens it. Immutable. */
public interface Plan {

    /** Returns the shape that the stack will have, if nothing more is lost while reading. */
    Shape shape();

    /** Returns the pixel type that the stack will have. */
    PixelType type();

    /** Returns what reading costs. */
    Cost cost();

    /** Returns what is known to get lost. What only shows while reading is added to the stack's metadata. */
    List<Loss> losses();

    /** Returns the rules that were applied, one sentence each, such as which axis was taken for time. */
    List<String> notes();

    /**
     * Returns what was found in more detail than a sentence holds, such as the groups of files in a folder or the gaps of a
     * video, a table each.
     */
    default List<Report> reports() {
        return List.of();
    }

    /**
     * Returns the same source opened without reading it: every access decodes its frame, each cursor with a decoder of its own.
     * So a preview costs one frame, and whoever wants every tenth frame or a corner of each decodes into no more memory than
     * that takes. Same shape, type, losses and notes; a frame that turns out to be broken, and that isn't to be filled, fails
     * when it is read. Nothing, if the frames can't be reached one by one. A plan that takes no memory returns itself.
     */
    default Optional<Plan> onDemand() {
        return cost().memoryBytes() == 0 ? Optional.of(this) : Optional.empty();
    }

    /**
     * Reads the source. The caller owns the stack and closes it.
     *
     * @throws IOException in one sentence that names the file, the frame and the reason
     * @throws java.util.concurrent.CancellationException if the user cancelled; nothing stays allocated
     */
    Stack open(Progress progress) throws IOException;

    /**
     * Opens the source before it is read. Frames are read in the background, in their order; a cursor waits for the one that it
     * is asked for, which is read next, {@link Stack#loaded} tells which are there, and {@link Stack#prepare} waits for all. A
     * frame that turns out to be broken while reading can't be left out any more: it is filled, and the stack's metadata say so
     * once all are read. Closing the stack ends the reading. By default, everything is read first.
     *
     * @param progress watches and cancels the reading in the background; frames that weren't read then fail
     * @throws IOException in one sentence that names the file, the frame and the reason
     * @throws java.util.concurrent.CancellationException if the user cancelled; nothing stays allocated
     */
    default Stack openGrowing(Progress progress) throws IOException {
        return open(progress);
    }

    /**
     * Reads the source into memory that somebody else provides, if it decodes whole stacks; otherwise the same as the other one,
     * and {@code destination} is never asked. The pixels of the stack then lie in that memory, and closing the stack leaves them.
     *
     * @throws IOException in one sentence that names the file, the frame and the reason
     * @throws java.util.concurrent.CancellationException if the user cancelled; no thread touches the memory any more
     */
    default Stack open(Progress progress, Destination destination) throws IOException {
        return open(progress);
    }

    /** Returns the files that are read beside the source itself, such as one that describes it. */
    default List<Path> besides() {
        return List.of();
    }

    /**
     * States what reading costs.
     *
     * @param memoryBytes memory that stays allocated while the stack is open; 0 for a mapped file
     * @param diskBytes bytes that are written to disk
     * @param readBytes bytes that are read before the first frame can be seen
     * @param access how frames are reached afterwards
     */
    record Cost(long memoryBytes, long diskBytes, long readBytes, Access access) {}

    /**
     * Tells what was found.
     *
     * @param title a few words in lower case, such as {@code groups}
     * @param table a row for each thing that was found
     */
    record Report(String title, Table table) {}

    /** Tells how the frames of an opened stack are reached. */
    enum Access {
        /** Pages of the source file or of the disk cache, on demand. */
        MAPPED,
        /** Decoded into memory once. */
        LOADED,
        /** Computed or decoded at every access. */
        DECODED
    }
}
