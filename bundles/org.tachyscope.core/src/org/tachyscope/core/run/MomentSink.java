package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;
import org.tachyscope.api.fold.Window;
import org.tachyscope.core.Size;
import org.tachyscope.core.internal.kernel.KernelChoice;
import org.tachyscope.core.internal.kernel.Kernels;
import org.tachyscope.core.internal.kernel.TileMoments;

/**
 * Computes the moments that any fold of a run needs, once. A strip's accumulators live at the desk of the thread that works
 * on it; when its slab isn't the last one they are put aside until the next.
 */
final class MomentSink implements Sink {

    private final Stack stack;
    private final List<Fold.OfMoments> folds;
    private final Strips strips;
    private final Arena arena;
    private final Supplier<Kernels> fastest;
    private final Set<Moment> needs = EnumSet.noneOf(Moment.class);
    private List<MemorySegment> frames = List.of();
    private @Nullable MemorySegment aside;

    MomentSink(Stack stack, List<Fold.OfMoments> folds, Strips strips, Arena arena) {
        this.stack = stack;
        this.folds = folds;
        this.strips = strips;
        this.arena = arena;
        for (Fold.OfMoments fold : folds) {
            needs.addAll(fold.needs());
        }
        fastest = KernelChoice.shared().kernels(stack.type(), needs, Size.of(stack.shape(), stack.type()));
    }

    /** Returns accumulators for one thread. */
    TileMoments accumulators() {
        return TileMoments.of(stack.type(), needs, strips.most(), fastest, arena);
    }

    @Override
    public Feed feed(int strip, Slab slab, Desk desk) {
        TileMoments moments = desk.moments();
        if (slab.first() == 0) {
            moments.start(strips.samples(strip));
        } else {
            moments.resume(strips.samples(strip), slab.first(), aside(strip, moments));
        }
        boolean last = slab.end() == stack.shape().frames();
        if (last) {
            frames();
        }
        return new Strip(strip, moments, last);
    }

    private final class Strip implements Feed {
        private final int strip;
        private final TileMoments moments;
        private final boolean last;

        Strip(int strip, TileMoments moments, boolean last) {
            this.strip = strip;
            this.moments = moments;
            this.last = last;
        }

        @Override
        public void add(Chunk chunk) {
            moments.add(chunk.tile());
        }

        @Override
        public void end() {
            if (last) {
                finish(strip, moments);
            } else {
                moments.save(aside(strip, moments));
            }
        }
    }

    private synchronized MemorySegment aside(int strip, TileMoments moments) {
        MemorySegment all = aside;
        if (all == null) {
            all = arena.allocate(strips.count() * moments.savedBytes(), 64);
            aside = all;
        }
        return all.asSlice(strip * moments.savedBytes(), moments.savedBytes());
    }

    /**
     * Returns one result frame a fold. The thread that works on the first strip makes them while the others fold: to clear
     * the memory takes a while.
     */
    private synchronized List<MemorySegment> frames() {
        if (frames.isEmpty()) {
            frames = folds.stream()
                    .map(fold ->
                            (long) stack.shape().samplesPerFrame() * fold.type().bytes())
                    .map(bytes -> Arena.ofAuto().allocate(bytes, 64))
                    .toList();
        }
        return frames;
    }

    private void finish(int strip, TileMoments moments) {
        List<MemorySegment> out = frames();
        int samples = strips.samples(strip);
        for (int from = 0; from < samples; from += TileMoments.RUN) {
            Moments run = moments.moments(from, Math.min(TileMoments.RUN, samples - from));
            for (int i = 0; i < folds.size(); i++) {
                finish(folds.get(i), run, strips.first(strip) + from, out.get(i));
            }
        }
    }

    private void finish(Fold.OfMoments fold, Moments run, long first, MemorySegment frame) {
        int bytes = fold.type().bytes();
        try {
            fold.finish().finish(run, frame.asSlice(first * bytes, (long) run.samples() * bytes));
        } catch (RuntimeException e) {
            Window all = Window.all(stack.shape(), stack.type()).withFrames(0, run.frames());
            throw Blame.fold(fold.finish(), all, stack.metadata().name(), e);
        }
    }

    @Override
    public void slabDone() {}

    /** Ends a run that was cancelled after {@code frameCount} frames. */
    void cut(long frameCount, Team<Desk> team) throws IOException {
        team.each(strips.count(), (strip, desk) -> {
            TileMoments moments = desk.moments();
            moments.resume(strips.samples(strip), frameCount, aside(strip, moments));
            finish(strip, moments);
        });
    }

    @Override
    public List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < folds.size(); i++) {
            results.add(Frame.of(stack.shape(), folds.get(i).type(), frames().get(i)));
        }
        return results;
    }
}
