package org.tachyscope.core.run;

import java.util.List;
import java.util.function.IntConsumer;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Fold;

/** Feeds one accumulator a strip with all frames, in the order of time. */
final class RowSink<A extends Accumulator<A>> implements Sink {

    private final Stack stack;
    private final StripFolds<A> folds;
    private final IntConsumer stripDone;

    private RowSink(Stack stack, StripFolds<A> folds, IntConsumer stripDone) {
        this.stack = stack;
        this.folds = folds;
        this.stripDone = stripDone;
    }

    /** Gets the frames of each strip slab by slab. */
    RowSink(Stack stack, Fold.OfBlocks<A> fold, Strips strips) {
        this(stack, new StripFolds<>(stack, fold, strips), _ -> {});
    }

    /** Gets all frames of a strip at a time, after which only its result is kept. */
    static <A extends Accumulator<A>> RowSink<A> finishingStrips(Stack stack, Fold.OfBlocks<A> fold, Strips strips) {
        StripFolds<A> folds = new StripFolds<>(stack, fold, strips);
        return new RowSink<>(stack, folds, folds::finish);
    }

    @Override
    public Feed feed(int strip, Slab slab, Desk desk) {
        A accumulator = folds.of(strip);
        return new Feed() {
            @Override
            public void add(Chunk chunk) {
                Calls.add(accumulator, chunk, desk, stack);
            }

            @Override
            public void end() {
                stripDone.accept(strip);
            }
        };
    }

    @Override
    public void slabDone() {}

    @Override
    public List<Result> results() {
        return List.of(folds.frame());
    }
}
