package org.tachyscope.ops.pixel;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tachyscope.api.NamesFiles;
import org.tachyscope.ops.time.SlidingWindow;

/**
 * Names what samples are subtracted from, divided by or masked with. Written as one of
 *
 * <pre>
 *   constant 12
 *   frame 3                         frame 3 of the raw stack
 *   mean 0..99 [step 2]             mean, min, max, std or median of frames of the raw stack; of all if none named
 *   window mean 50                  mean, sum, min, max, std or median of the 50 frames of the raw stack up to each frame
 *   window mean 51 lag 0 centred mirrored    with all that {@link SlidingWindow} has, in this order
 *   file dark.npy                   a file of one frame, or of as many as the stack has: then frame t for frame t
 *   file dark.npy frame 3           one of its frames
 *   file dark.npy mean 0..9         its mean, min, max, std or median
 *   result mean 0..99               as above, but of what the operations before have made
 *   result window mean 50
 * </pre>
 *
 * <p>A window is trailing unless it says centred or leading, and shrunk at the ends unless it says mirrored: a frame is needed
 * for each of the stack's, so no window may be dropped. Where a lag leaves nothing in a window, the reference is the frame
 * itself.
 *
 * <p>The raw stack is what the chain of per-pixel steps begins with, so that the two references of a subtraction and a
 * division are taken from the same data. A file's name with spaces stands in double quotes.
 */
public sealed interface Reference extends NamesFiles<Reference> {

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException in one sentence, if {@code text} is no reference
     */
    static Reference parse(String text) {
        return ReferenceText.parse(text);
    }

    @Override
    default Reference withFiles(UnaryOperator<String> change) {
        return switch (this) {
            case File file -> new File(change.apply(file.name), file.of);
            case Constant _, Own _, Result _ -> this;
        };
    }

    /** Is the same number everywhere. */
    record Constant(double value) implements Reference {
        @Override
        public String toString() {
            return "constant " + ReferenceText.number(value);
        }
    }

    /** Is made of a stack's own frames. */
    sealed interface Own extends Reference {}

    /** Is the same frame for all. */
    sealed interface Part extends Own {}

    /** Is one frame. */
    record OneFrame(long index) implements Part {
        @Override
        public String toString() {
            return "frame " + index;
        }
    }

    /** Is the statistic of some frames. */
    record Reduced(Statistic statistic, FrameSpan frames) implements Part {
        @Override
        public String toString() {
            return statistic + (frames.equals(FrameSpan.ALL) ? "" : " " + frames);
        }
    }

    /**
     * Is made anew for each frame, of those near it.
     *
     * @param params what is folded, and over which frames; ends are not dropped
     */
    record Window(SlidingWindow.Params params) implements Own {
        @Override
        public String toString() {
            return "window " + WindowText.of(params);
        }
    }

    /** Is made of what the operations before have made. */
    record Result(Own of) implements Reference {
        @Override
        public String toString() {
            return "result " + of;
        }
    }

    /**
     * Is read from a file.
     *
     * @param name relative to the recipe's folder, or absolute
     * @param of a frame that is made of the file's, or nothing to take it as it is
     */
    record File(String name, Optional<Part> of) implements Reference {
        @Override
        public String toString() {
            String quoted = name.indexOf(' ') < 0 ? name : "\"" + name + "\"";
            return "file " + quoted + of.map(part -> " " + part).orElse("");
        }
    }
}
