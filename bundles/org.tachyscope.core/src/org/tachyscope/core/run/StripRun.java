package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Fold;

/**
 * Folds one stack for percentiles, which need all frames of a sample at a time: strip by strip, each over all frames. Moments
 * and folds of rows are fed on the way. Folds that merge across rows would hold too many accumulators that way; they get a
 * pass of their own before, slab by slab.
 *
 * <p>There is no partial result, because strips would have seen different frames.
 */
final class StripRun implements AutoCloseable {

    private final Stack stack;
    private final List<Fold> folds;
    private final Progress progress;
    private final Executor pool;
    private final int threads;
    private final Room room;
    private final Arena arena = Arena.ofShared();
    private final Strips strips;
    private final MomentSink moments;
    private final PercentileSink percentiles;
    private final List<Sink> ofRows = new ArrayList<>();
    private final Team<Desk> team;

    StripRun(Stack stack, List<Fold> folds, Progress progress, Executor pool, int threads, Room room) {
        this.stack = stack;
        this.folds = folds;
        this.progress = progress;
        this.pool = pool;
        this.threads = threads;
        this.room = room;
        strips = strips(stack.shape(), stack.type(), folds);
        moments = new MomentSink(stack, all(Fold.OfMoments.class), strips, arena);
        percentiles = new PercentileSink(stack, all(Fold.OfPercentile.class), strips, arena, progress::checkCancelled);
        for (Fold fold : folds) {
            if (byRows(fold) && fold instanceof Fold.OfBlocks<?> blocks) {
                ofRows.add(rows(blocks));
            }
        }
        team = new Team<>(threads, pool, () -> new Desk(stack, moments::accumulators, percentiles::percentiles));
    }

    /** Tells whether a run with these folds goes strip by strip. */
    static boolean suits(List<Fold> folds) {
        return folds.stream().anyMatch(StripRun::stripByStrip);
    }

    /** Returns how a frame is cut for these folds. */
    static Strips strips(Shape shape, PixelType type, List<Fold> folds) {
        return folds.stream().anyMatch(StripRun::byRows) ? Strips.ofRows(shape, type) : Strips.ofSamples(shape, type);
    }

    /** Tells whether some of these folds can't go strip by strip. */
    static boolean passBefore(List<Fold> folds) {
        return folds.stream().anyMatch(StripRun::slabBySlab);
    }

    private static boolean slabBySlab(Fold fold) {
        return fold instanceof Fold.OfBlocks<?> && !byRows(fold);
    }

    private static boolean stripByStrip(Fold fold) {
        return switch (fold) {
            case Fold.OfPercentile _ -> true;
            case Fold.OfBlocks<?> blocks -> blocks.split() == Fold.Split.STRIPS;
            case Fold.OfMoments _, Fold.Joined _ -> false;
        };
    }

    private static boolean byRows(Fold fold) {
        return fold instanceof Fold.OfBlocks<?> blocks
                && switch (blocks.split()) {
                    case ROWS, STRIPS, ROWS_AND_TIME -> true;
                    case FRAMES, ANY, ANY_ORDER -> false;
                };
    }

    private <F extends Fold> List<F> all(Class<F> kind) {
        return folds.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private <A extends Accumulator<A>> Sink rows(Fold.OfBlocks<A> fold) {
        return RowSink.finishingStrips(stack, fold, strips);
    }

    /**
     * Folds all frames.
     *
     * @throws CancellationException if the user cancelled
     */
    Outcome outcome() throws IOException {
        long frames = stack.shape().frames();
        if (frames > Integer.MAX_VALUE) {
            throw new IOException(purpose() + " goes over at most " + Integer.MAX_VALUE + " frames, got " + frames);
        }
        try (Whole whole = new Whole(stack, room, purpose())) {
            if (whole.isCopy()) {
                whole.fill(threads, pool, progress);
            }
            List<Result> merged = merged(whole.asStack());
            if (whole.isCopy() || !merged.isEmpty()) {
                progress.step("going through all frames strip by strip");
            }
            foldStrips(whole.slab());
            return new Outcome(inOrder(merged), frames, true);
        }
    }

    /** Names what this is about: {@code the median of NAME}. */
    private String purpose() {
        List<Fold.OfPercentile> ranks = all(Fold.OfPercentile.class);
        if (ranks.isEmpty()) {
            return "a reduction strip by strip of " + stack.metadata().name();
        }
        boolean median = ranks.stream().allMatch(fold -> fold.percentile() == 50);
        return (median ? "the median of " : "a percentile of ")
                + stack.metadata().name();
    }

    /** Folds what doesn't go strip by strip. */
    private List<Result> merged(Stack contiguous) throws IOException {
        List<Fold> others = folds.stream().filter(StripRun::slabBySlab).toList();
        if (others.isEmpty()) {
            return List.of();
        }
        try (Run run = new Run(contiguous, others, progress, pool, threads)) {
            Outcome outcome = run.outcome();
            if (!outcome.complete()) {
                throw new CancellationException("cancelled");
            }
            return outcome.results();
        }
    }

    private void foldStrips(Slab slab) throws IOException {
        List<Sink> sinks = new ArrayList<>(ofRows);
        if (!all(Fold.OfPercentile.class).isEmpty()) {
            sinks.add(percentiles);
        }
        if (!all(Fold.OfMoments.class).isEmpty()) {
            sinks.addFirst(moments);
        }
        Crew crew = Crew.inOrder(sinks, strips);
        Bands bands = new Bands(strips, slab, room.memory());
        Tally tally = new Tally(progress, slab.frames(), bands.rounds() * slab.frames() * slab.frameBytes());
        try {
            bands.each(
                    team,
                    progress::checkCancelled,
                    tally,
                    (first, end) -> team.each(end - first, (i, desk) -> {
                        crew.fold(first + i, slab, desk, progress::checkCancelled);
                        tally.add(strips.bytes(first + i) * slab.frames());
                    }));
        } catch (InternalError e) {
            throw Blame.frames(slab, stack.metadata().name(), e);
        } catch (IllegalStateException e) {
            throw Blame.closed(slab, stack.metadata().name(), e);
        }
    }

    /** Returns the results in the order in which the folds were asked for. */
    private List<Result> inOrder(List<Result> merged) {
        Iterator<Result> fromMoments = moments.results().iterator();
        Iterator<Result> fromPercentiles = percentiles.results().iterator();
        Iterator<Sink> fromRows = ofRows.iterator();
        Iterator<Result> fromMerged = merged.iterator();
        List<Result> results = new ArrayList<>();
        for (Fold fold : folds) {
            switch (fold) {
                case Fold.OfMoments _ -> results.add(fromMoments.next());
                case Fold.OfPercentile _ -> results.add(fromPercentiles.next());
                case Fold.OfBlocks<?> blocks
                when byRows(blocks) -> results.addAll(fromRows.next().results());
                case Fold.OfBlocks<?> _ -> results.add(fromMerged.next());
                case Fold.Joined _ -> throw new IllegalStateException("joined folds are taken apart before a run");
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
