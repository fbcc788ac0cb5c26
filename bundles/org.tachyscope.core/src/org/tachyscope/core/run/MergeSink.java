package org.tachyscope.core.run;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Window;

/**
 * Feeds an accumulator for each strip of each stretch of some frames, and merges them by time, then from top to bottom.
 * Stretches are counted from frame 0 and don't follow the slabs, so the order and kind of merges is always the same.
 */
final class MergeSink<A extends Accumulator<A>> implements Sink {

    /** Frames of a stretch of strips: a multiple of the frames of a chunk. */
    static final int STRETCH = 256;

    /** What whole frames of one stretch may hold, if it is more than one. */
    private static final long STRETCH_BYTES = 4L << 20;

    private final Stack stack;
    private final Fold.OfBlocks<A> fold;
    private final Strips strips;
    private final int stretch;
    private final Totals<A> totals;
    private final NavigableMap<Key, A> parts =
            new ConcurrentSkipListMap<>(Comparator.comparingLong(Key::stretch).thenComparingInt(Key::strip));

    private MergeSink(Stack stack, Fold.OfBlocks<A> fold, Strips strips, int stretch, Totals<A> totals) {
        this.stack = stack;
        this.fold = fold;
        this.strips = strips;
        this.stretch = stretch;
        this.totals = totals;
    }

    /** Merges all strips into one result. */
    static <A extends Accumulator<A>> MergeSink<A> ofAll(Stack stack, Fold.OfBlocks<A> fold, Strips strips) {
        return new MergeSink<>(stack, fold, strips, STRETCH, total(stack, fold));
    }

    /** Merges whole frames into one result. */
    static <A extends Accumulator<A>> MergeSink<A> ofFrames(Stack stack, Fold.OfBlocks<A> fold, Strips whole) {
        return new MergeSink<>(stack, fold, whole, framesOf(whole), total(stack, fold));
    }

    /** Returns how many whole frames are folded in one accumulator before it is merged. */
    static int framesOf(Strips whole) {
        return (int) Math.clamp(STRETCH_BYTES / whole.bytes(0), 1, STRETCH);
    }

    private static <A extends Accumulator<A>> Totals<A> total(Stack stack, Fold.OfBlocks<A> fold) {
        Window all = Window.all(stack.shape(), stack.type());
        A total = Calls.start(fold, all, stack);
        return new Totals<>(_ -> total, () -> Calls.result(total, all, stack));
    }

    /** Merges each strip for itself, and puts the strips' frames together. */
    static <A extends Accumulator<A>> MergeSink<A> ofStrips(Stack stack, Fold.OfBlocks<A> fold, Strips strips) {
        StripFolds<A> folds = new StripFolds<>(stack, fold, strips);
        return new MergeSink<>(stack, fold, strips, STRETCH, new Totals<>(folds::of, folds::frame));
    }

    private record Totals<A>(IntFunction<A> of, Supplier<Result> result) {}

    private record Key(long stretch, int strip) {}

    @Override
    public Feed feed(int strip, Slab slab, Desk desk) {
        return new Feed() {
            @Override
            public void add(Chunk chunk) {
                Calls.add(part(new Key(chunk.first() / stretch, strip)), chunk, desk, stack);
            }

            @Override
            public void end() {}
        };
    }

    /** Called for one key by one thread at a time. */
    private A part(Key key) {
        return parts.computeIfAbsent(key, k -> Calls.start(fold, window(k), stack));
    }

    private Window window(Key key) {
        long first = key.stretch * stretch;
        return strips.window(key.strip, first, Math.min(stretch, stack.shape().frames() - first));
    }

    @Override
    public void slabDone() {
        while (parts.firstKey().stretch < parts.lastKey().stretch) {
            mergeFirst();
        }
    }

    private void mergeFirst() {
        var part = parts.pollFirstEntry();
        Key key = part.getKey();
        Calls.merge(totals.of.apply(key.strip), part.getValue(), window(key), stack);
    }

    @Override
    public List<Result> results() {
        while (!parts.isEmpty()) {
            mergeFirst();
        }
        return List.of(totals.result.get());
    }
}
