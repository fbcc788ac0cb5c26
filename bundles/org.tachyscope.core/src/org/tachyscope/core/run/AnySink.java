package org.tachyscope.core.run;

import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Window;

/**
 * Feeds an accumulator for each strip of each stretch of {@value #STRETCH} frames, and merges them by time, then from top to
 * bottom. Stretches are counted from frame 0 and don't follow the slabs, so the order and kind of merges is always the same.
 */
final class AnySink<A extends Accumulator<A>> implements Sink {

    /** Frames of a stretch: a multiple of the frames of a chunk. */
    static final int STRETCH = 256;

    private final Stack stack;
    private final Fold.OfBlocks<A> fold;
    private final Strips strips;
    private final List<List<Part<A>>> parts = new ArrayList<>();
    private final A total;

    AnySink(Stack stack, Fold.OfBlocks<A> fold, Strips strips) {
        this.stack = stack;
        this.fold = fold;
        this.strips = strips;
        for (int strip = 0; strip < strips.count(); strip++) {
            parts.add(new ArrayList<>());
        }
        total = Calls.start(fold, Window.all(stack.shape(), stack.type()), stack);
    }

    private record Part<A>(Window window, A accumulator) {
        boolean holds(long frame) {
            return frame >= window.firstFrame() && frame < window.firstFrame() + window.frames();
        }
    }

    @Override
    public Feed feed(int strip, Slab slab, Desk desk) {
        return new Strip(strip, parts.get(strip));
    }

    private final class Strip implements Feed {
        private final int strip;
        private final List<Part<A>> own;

        Strip(int strip, List<Part<A>> own) {
            this.strip = strip;
            this.own = own;
        }

        @Override
        public void add(Chunk chunk) {
            if (own.isEmpty() || !own.getLast().holds(chunk.first())) {
                own.add(begin(chunk.first() / STRETCH * STRETCH));
            }
            Calls.add(own.getLast().accumulator(), chunk, stack);
        }

        private Part<A> begin(long first) {
            long frames = Math.min(STRETCH, stack.shape().frames() - first);
            Window window = strips.window(strip, first, frames);
            return new Part<>(window, Calls.start(fold, window, stack));
        }

        @Override
        public void end() {}
    }

    @Override
    public void slabDone() {
        while (parts.getFirst().size() > 1) {
            mergeFirst();
        }
    }

    private void mergeFirst() {
        for (List<Part<A>> own : parts) {
            Part<A> part = own.removeFirst();
            Calls.merge(total, part.accumulator(), part.window(), stack);
        }
    }

    @Override
    public void cut(long frames, Team<Desk> team) {}

    @Override
    public List<Result> results() {
        while (!parts.getFirst().isEmpty()) {
            mergeFirst();
        }
        return List.of(Calls.result(total, Window.all(stack.shape(), stack.type()), stack));
    }
}
