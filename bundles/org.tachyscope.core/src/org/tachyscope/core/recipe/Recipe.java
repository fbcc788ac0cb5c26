package org.tachyscope.core.recipe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/**
 * States how results are made: a source, a chain of operations, the files that the processed stack itself goes to, and its
 * reductions with the files they go to. Parameters are plain values as {@link org.tachyscope.core.Parameters} says; what is missing keeps its default.
 *
 * <pre>{@code
 * {
 *   "tachyscope": 1,
 *   "source": {"path": "data", "loader": "folder", "params": {}},
 *   "operations": [{"id": "frames", "params": {"step": 10}, "thins": true}, {"id": "invert", "params": {}}],
 *   "outputs": [{"file": "data_inverted.npy"}],
 *   "reductions": [{"id": "mean", "params": {}, "outputs": [{"file": "data_mean.npy"}]}],
 *   "made": {"shape": [300, 384, 512, 1], "type": "U8", "losses": []}
 * }
 * }</pre>
 *
 * @param source what is read
 * @param operations applied in this order; may be empty
 * @param outputs the files that the stack behind the last operation is written to; may be empty
 * @param reductions folded in one pass; may be empty
 * @param made what the recipe was made from, for a person; never checked against the source
 */
public record Recipe(
        Source source, List<Step> operations, List<Output> outputs, List<Reduce> reductions, Optional<Made> made) {

    /** Names the version of the format that this program reads and writes. */
    public static final int VERSION = 1;

    /** Copies the lists. */
    public Recipe {
        operations = List.copyOf(operations);
        outputs = List.copyOf(outputs);
        reductions = List.copyOf(reductions);
    }

    /** Returns a copy that reads another source. */
    public Recipe withSource(Source other) {
        return new Recipe(other, operations, outputs, reductions, made);
    }

    /** Returns a copy that applies other operations. */
    public Recipe withOperations(List<Step> others) {
        return new Recipe(source, others, outputs, reductions, made);
    }

    /** Returns a copy that says what it was made from. */
    public Recipe withMade(Made what) {
        return new Recipe(source, operations, outputs, reductions, Optional.of(what));
    }

    /**
     * Names what is read.
     *
     * @param path relative to the recipe's folder, or absolute; with slashes
     * @param loader id of a loader, or empty to take the one that fits best
     * @param params the loader's parameters
     */
    public record Source(String path, Optional<String> loader, Map<String, Object> params) {}

    /**
     * Names an operation. Files among its parameters are relative to the recipe's folder, or absolute.
     *
     * @param id id of the operation
     * @param params its parameters
     * @param thins whether the step is there only to take less of the data; on full data it is left out
     */
    public record Step(String id, Map<String, Object> params, boolean thins) {

        /** Names an operation that belongs to what is computed. */
        public Step(String id, Map<String, Object> params) {
            this(id, params, false);
        }
    }

    /**
     * Names a reduction.
     *
     * @param id id of the reduction
     * @param params its parameters
     * @param outputs the files that its result is written to
     */
    public record Reduce(String id, Map<String, Object> params, List<Output> outputs) {
        /** Copies the list. */
        public Reduce {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * Names a file of a result or of the processed stack.
     *
     * @param file relative to the output folder, which it can't leave; with slashes
     * @param exporter id of an exporter, or empty to take the one for the file's extension
     * @param params the exporter's parameters
     */
    public record Output(String file, Optional<String> exporter, Map<String, Object> params) {}

    /**
     * Tells what the recipe was made from.
     *
     * @param shape shape of the stack that was folded
     * @param type its pixel type
     * @param losses what wasn't in it
     */
    public record Made(Shape shape, PixelType type, List<Loss> losses) {
        /** Copies the list. */
        public Made {
            losses = List.copyOf(losses);
        }
    }
}
