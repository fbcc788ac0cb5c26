package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Iterator;
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

    /** Frames of fewer strips of rows are too low to keep all threads busy with rows alone. */
    static final int FEW = 16;

    private final Stack stack;
    private final List<Fold> folds;
    private final Progress progress;
    private final Watch watch;
    private final Arena arena = Arena.ofShared();
    private final MomentSink moments;
    private final List<Sink> ofBlocks = new ArrayList<>();
    private final List<Sink> ofFrames = new ArrayList<>();
    private final Strips whole;
    private final List<Crew> crews;
    private final Source source;
    private final Team<Desk> team;

    Run(Stack stack, List<Fold> folds, Progress progress, Executor pool, int threads) {
        this.stack = stack;
        this.folds = folds;
        this.progress = progress;
        watch = new Watch(progress);
        boolean rows = folds.stream().anyMatch(Run::byRows);
        whole = Strips.ofFrames(stack.shape(), stack.type());
        Strips ofRows = Strips.ofRows(stack.shape(), stack.type());
        boolean apart = !rows || ofRows.count() < FEW;
        Strips strips = apart ? Strips.ofSamples(stack.shape(), stack.type()) : ofRows;
        moments = new MomentSink(stack, ofMoments(folds), strips, arena);
        crews = apart ? apart(strips, ofRows) : together(ofRows);
        long feeding = crews.stream().filter(crew -> !crew.sinks().isEmpty()).count();
        source = Source.of(stack, !rows, feeding == 1 && ofFrames.isEmpty(), threads, arena);
        team = new Team<>(threads, pool, () -> new Desk(stack, moments::accumulators));
    }

    private static boolean byRows(Fold fold) {
        return fold instanceof Fold.OfBlocks<?> blocks && blocks.split() != Fold.Split.FRAMES;
    }

    private static List<Fold.OfMoments> ofMoments(List<Fold> folds) {
        return folds.stream()
                .filter(Fold.OfMoments.class::isInstance)
                .map(Fold.OfMoments.class::cast)
                .toList();
    }

    private List<Sink> momentSinks() {
        return ofMoments(folds).isEmpty() ? List.of() : List.of(moments);
    }

    /** Feeds all folds from the same chunks, but for those that want whole frames. */
    private List<Crew> together(Strips ofRows) {
        List<Sink> all = new ArrayList<>(momentSinks());
        for (Fold fold : folds) {
            if (fold instanceof Fold.OfBlocks<?> blocks) {
                ofBlocks.add(sink(blocks, ofRows));
                (byRows(fold) ? all : ofFrames).add(ofBlocks.getLast());
            }
        }
        return List.of(Crew.inOrder(all, ofRows), Crew.ofFrames(ofFrames, whole));
    }

    private <A extends Accumulator<A>> Sink sink(Fold.OfBlocks<A> fold, Strips ofRows) {
        return switch (fold.split()) {
            case ROWS, STRIPS, ROWS_AND_TIME -> new RowSink<>(stack, fold, ofRows);
            case FRAMES -> MergeSink.ofFrames(stack, fold, whole);
            case ANY -> MergeSink.ofAll(stack, fold, ofRows);
            case ANY_ORDER -> new DeskSink<>(stack, fold);
        };
    }

    /** Cuts low frames in as many pieces as each kind of fold allows: between samples, rows, or stretches of time. */
    private List<Crew> apart(Strips ofSamples, Strips ofRows) {
        List<Sink> inOrder = new ArrayList<>();
        List<Sink> merging = new ArrayList<>();
        for (Fold fold : folds) {
            if (fold instanceof Fold.OfBlocks<?> blocks) {
                ofBlocks.add(sinkOfLow(blocks, ofRows));
                List<Sink> others = byRows(fold) ? merging : ofFrames;
                (blocks.split() == Fold.Split.ROWS ? inOrder : others).add(ofBlocks.getLast());
            }
        }
        return List.of(
                Crew.ofMoments(momentSinks(), ofSamples),
                Crew.inOrder(inOrder, ofRows),
                Crew.merging(merging, ofRows),
                Crew.ofFrames(ofFrames, whole));
    }

    private <A extends Accumulator<A>> Sink sinkOfLow(Fold.OfBlocks<A> fold, Strips ofRows) {
        return switch (fold.split()) {
            case ROWS, STRIPS -> new RowSink<>(stack, fold, ofRows);
            case ROWS_AND_TIME -> MergeSink.ofStrips(stack, fold, ofRows);
            case FRAMES -> MergeSink.ofFrames(stack, fold, whole);
            case ANY -> MergeSink.ofAll(stack, fold, ofRows);
            case ANY_ORDER -> new DeskSink<>(stack, fold);
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

    private void fold(Slab slab) throws IOException {
        try {
            for (Crew crew : crews) {
                crew.fold(slab, team, watch);
            }
        } catch (InternalError e) {
            throw Blame.frames(slab, stack.metadata().name(), e);
        } catch (IllegalStateException e) {
            throw Blame.closed(slab, stack.metadata().name(), e);
        }
    }

    private Outcome ended(long done) throws IOException {
        if (done == 0) {
            throw new CancellationException("cancelled");
        }
        boolean complete = done == stack.shape().frames();
        if (!complete && !momentSinks().isEmpty()) {
            moments.cut(done, team);
        }
        return new Outcome(inOrder(), done, complete);
    }

    /** Returns the results in the order in which the folds were asked for. */
    private List<Result> inOrder() {
        Iterator<Result> fromMoments = moments.results().iterator();
        Iterator<Sink> fromBlocks = ofBlocks.iterator();
        List<Result> results = new ArrayList<>();
        for (Fold fold : folds) {
            switch (fold) {
                case Fold.OfMoments _ -> results.add(fromMoments.next());
                case Fold.OfBlocks<?> _ -> results.addAll(fromBlocks.next().results());
                case Fold.Joined _ -> throw new IllegalStateException("joined folds are taken apart before a run");
                case Fold.OfPercentile _ -> throw new IllegalStateException("percentiles go strip by strip");
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
