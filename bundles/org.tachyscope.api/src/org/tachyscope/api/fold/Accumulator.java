package org.tachyscope.api.fold;

import org.jspecify.annotations.NonNull;
import org.tachyscope.api.data.Result;

/**
 * Folds the blocks of one window. Used by one thread at a time.
 *
 * @param <A> the accumulator itself
 */
public interface Accumulator<A extends Accumulator<A>> {

    /**
     * Folds a block of this accumulator's window. Blocks of the same rows come in the order of time, but for
     * {@link Fold.Split#ANY_ORDER}, and don't overlap. How they were cut doesn't change the result.
     *
     * @param block valid during the call
     */
    void add(Block block);

    /**
     * Takes in what {@code other} folded: later frames of the same rows, or for {@link Fold.Split#ANY} and
     * {@link Fold.Split#ANY_ORDER} any other part of the stack. {@code other} isn't used afterwards.
     */
    void merge(@NonNull A other);

    /**
     * Returns the result of all blocks so far. After a cancelled run these are fewer than the window's, and a curve covers
     * only the frames that were folded. Without any block it is a result of the same kind, such as a curve without points:
     * from that one can tell which files it suits before the run.
     */
    Result result();
}
