package org.tachyscope.core.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Window;

/** Feeds one accumulator a thread with whatever that thread gets, and merges them at the end. */
final class DeskSink<A extends Accumulator<A>> implements Sink {

    private final Stack stack;
    private final Fold.OfBlocks<A> fold;
    private final Window all;
    private final Map<Desk, A> accumulators = new ConcurrentHashMap<>();

    DeskSink(Stack stack, Fold.OfBlocks<A> fold) {
        this.stack = stack;
        this.fold = fold;
        all = Window.all(stack.shape(), stack.type());
    }

    @Override
    public Feed feed(int strip, Slab slab, Desk desk) {
        A accumulator = accumulators.computeIfAbsent(desk, _ -> Calls.start(fold, all, stack));
        return new Feed() {
            @Override
            public void add(Chunk chunk) {
                Calls.add(accumulator, chunk, desk, stack);
            }

            @Override
            public void end() {}
        };
    }

    @Override
    public void slabDone() {}

    @Override
    public List<Result> results() {
        A total = Calls.start(fold, all, stack);
        for (A accumulator : accumulators.values()) {
            Calls.merge(total, accumulator, all, stack);
        }
        return List.of(Calls.result(total, all, stack));
    }
}
