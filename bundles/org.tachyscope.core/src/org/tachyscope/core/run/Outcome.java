package org.tachyscope.core.run;

import java.util.List;
import org.tachyscope.api.data.Result;

/**
 * Holds what a run came to.
 *
 * @param results one a fold, in the order of the folds; all of them over the same frames
 * @param frames number of frames that were folded, counted from frame 0
 * @param complete whether these are all frames of the stack; false after a cancel
 */
public record Outcome(List<Result> results, long frames, boolean complete) {
    /** Copies the list. */
    public Outcome {
        results = List.copyOf(results);
    }
}
