package org.tachyscope.core.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.core.Size;
import org.tachyscope.core.internal.kernel.RankChoice;
import org.tachyscope.core.internal.kernel.Tile;
import org.tachyscope.core.internal.kernel.TilePercentiles;

/** Computes all percentiles of a run, of strips that hold all frames: when their other folds are done with them. */
final class PercentileSink implements Sink {

    private final Stack stack;
    private final List<Fold.OfPercentile> folds;
    private final Strips strips;
    private final Arena arena;
    private final Runnable check;
    private final BooleanSupplier vectors;
    private final List<MemorySegment> frames = new ArrayList<>();

    /**
     * Prepares one result frame a fold.
     *
     * @param check throws when the user cancelled
     */
    PercentileSink(Stack stack, List<Fold.OfPercentile> folds, Strips strips, Arena arena, Runnable check) {
        this.stack = stack;
        this.folds = folds;
        this.strips = strips;
        this.arena = arena;
        this.check = check;
        long samples = stack.shape().samplesPerFrame();
        for (int i = 0; i < folds.size(); i++) {
            frames.add(Arena.ofAuto().allocate(samples * PixelType.F32.bytes(), 64));
        }
        vectors = RankChoice.shared().vectors(stack.type(), Size.of(stack.shape(), stack.type()));
    }

    /** Returns what one thread computes with. */
    TilePercentiles percentiles() {
        return new TilePercentiles(stack.type(), folds, vectors, arena);
    }

    @Override
    public Feed feed(int strip, Slab slab, Desk desk) {
        return new Feed() {
            @Override
            public void add(Chunk chunk) {}

            @Override
            public void end() {
                long at = slab.offset() + strips.firstByte(strip);
                Tile all = new Tile(slab.pixels(), at, slab.frameBytes(), slab.frames(), strips.samples(strip));
                desk.percentiles().fold(all, rows(strip), check);
            }
        };
    }

    private List<MemorySegment> rows(int strip) {
        long first = (long) strips.first(strip) * PixelType.F32.bytes();
        long bytes = (long) strips.samples(strip) * PixelType.F32.bytes();
        return frames.stream().map(frame -> frame.asSlice(first, bytes)).toList();
    }

    @Override
    public void slabDone() {}

    @Override
    public List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (MemorySegment frame : frames) {
            results.add(Frame.of(stack.shape(), PixelType.F32, frame));
        }
        return results;
    }
}
