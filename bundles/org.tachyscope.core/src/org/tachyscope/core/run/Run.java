package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Fold;

/** Folds one stack once. */
final class Run implements AutoCloseable {

    /** Bounds the bytes of a chunk: half of a usual second-level cache. */
    private static final long CHUNK_BYTES = 512 * 1024;

    private final Stack stack;
    private final List<Fold> folds;
    private final Progress progress;
    private final Watch watch;
    private final Arena arena = Arena.ofShared();
    private final Strips strips;
    private final MomentSink moments;
    private final List<Sink> sinks = new ArrayList<>();
    private final Source source;
    private final int chunkFrames;
    private final Team<Desk> team;

    Run(Stack stack, List<Fold> folds, Progress progress, Executor pool, int threads) {
        this.stack = stack;
        this.folds = folds;
        this.progress = progress;
        watch = new Watch(progress);
        boolean rows = folds.stream().anyMatch(Fold.OfBlocks.class::isInstance);
        strips = rows ? Strips.ofRows(stack.shape(), stack.type()) : Strips.ofSamples(stack.shape(), stack.type());
        chunkFrames = rows ? chunkFrames(strips.bytes(0)) : Integer.MAX_VALUE;
        moments = new MomentSink(stack, ofMoments(folds), strips, arena);
        addSinks();
        source = Source.of(stack, !rows, threads, arena);
        team = new Team<>(threads, pool, () -> new Desk(stack, moments::accumulators));
    }

    /** Returns a power of two, so that chunks don't straddle the stretches of {@link AnySink}. */
    private static int chunkFrames(long stripBytes) {
        long fitting = Math.clamp(CHUNK_BYTES / stripBytes, 1, AnySink.STRETCH);
        return (int) Long.highestOneBit(fitting);
    }

    private static List<Fold.OfMoments> ofMoments(List<Fold> folds) {
        return folds.stream()
                .filter(Fold.OfMoments.class::isInstance)
                .map(Fold.OfMoments.class::cast)
                .toList();
    }

    private void addSinks() {
        if (folds.stream().anyMatch(Fold.OfMoments.class::isInstance)) {
            sinks.add(moments);
        }
        for (Fold fold : folds) {
            switch (fold) {
                case Fold.OfMoments _ -> {}
                case Fold.OfBlocks<?> b -> sinks.add(sink(b));
            }
        }
    }

    private <A extends Accumulator<A>> Sink sink(Fold.OfBlocks<A> fold) {
        return switch (fold.split()) {
            case ROWS, ROWS_AND_TIME -> new RowSink<>(stack, fold, strips);
            case ANY -> new AnySink<>(stack, fold, strips);
        };
    }

    /** Folds slab after slab. */
    Outcome outcome() throws IOException {
        long all = stack.shape().frames();
        Pace pace = source.pace();
        long done = 0;
        while (done < all && !progress.cancelled()) {
            long start = System.nanoTime();
            Optional<Slab> slab = source.slab(done, pace.next(all - done), team, progress);
            if (slab.isEmpty()) {
                break;
            }
            fold(slab.get());
            done = slab.get().end();
            pace.took(slab.get().frames(), System.nanoTime() - start);
            progress.worked(done, all);
        }
        return ended(done);
    }

    private Outcome ended(long done) throws IOException {
        if (done == 0) {
            throw new CancellationException("cancelled");
        }
        boolean complete = done == stack.shape().frames();
        for (Sink sink : sinks) {
            if (!complete) {
                sink.cut(done, team);
            }
        }
        return new Outcome(inOrder(), done, complete);
    }

    private void fold(Slab slab) throws IOException {
        try {
            team.each(strips.count(), (strip, desk) -> fold(strip, slab, desk));
            sinks.forEach(Sink::slabDone);
        } catch (InternalError e) {
            throw Blame.frames(slab, stack.metadata().name(), e);
        } catch (IllegalStateException e) {
            throw Blame.closed(slab, stack.metadata().name(), e);
        }
    }

    private void fold(int strip, Slab slab, Desk desk) {
        watch.check();
        List<Sink.Feed> feeds = new ArrayList<>();
        for (Sink sink : sinks) {
            feeds.add(sink.feed(strip, slab, desk));
        }
        for (long t = slab.first(); t < slab.end(); ) {
            long border = chunkFrames == Integer.MAX_VALUE ? slab.end() : (t / chunkFrames + 1) * chunkFrames;
            Chunk chunk = new Chunk(strips, strip, slab, t, (int) (Math.min(border, slab.end()) - t));
            for (Sink.Feed feed : feeds) {
                feed.add(chunk);
            }
            t += chunk.frames();
        }
        feeds.forEach(Sink.Feed::end);
    }

    /** Returns the results in the order in which the folds were asked for. */
    private List<Result> inOrder() {
        List<Result> ofMoments = moments.results();
        List<Result> results = new ArrayList<>();
        int nextMoments = 0;
        int nextSink = ofMoments.isEmpty() ? 0 : 1;
        for (Fold fold : folds) {
            switch (fold) {
                case Fold.OfMoments _ -> results.add(ofMoments.get(nextMoments++));
                case Fold.OfBlocks<?> _ -> results.addAll(sinks.get(nextSink++).results());
            }
        }
        return results;
    }

    @Override
    public void close() {
        try {
            team.close();
        } finally {
            arena.close();
        }
    }
}
