package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.internal.kernel.Tile;
import org.tachyscope.core.internal.kernel.TileMoments;
import org.tachyscope.core.internal.kernel.TilePercentiles;

/** Holds what one thread needs for a run: its cursor, accumulators of moments and percentiles, each made when first used. */
final class Desk implements Team.Desk {

    private final Stack stack;
    private final Supplier<TileMoments> fresh;
    private final Supplier<TilePercentiles> freshPercentiles;
    private final Arena arena = Arena.ofConfined();
    private @Nullable Cursor cursor;
    private @Nullable MemorySegment scratch;
    private @Nullable TileMoments moments;
    private @Nullable TilePercentiles percentiles;
    private @Nullable KernelColumns columns;

    Desk(Stack stack, Supplier<TileMoments> fresh) {
        this(stack, fresh, Desk::noPercentiles);
    }

    Desk(Stack stack, Supplier<TileMoments> fresh, Supplier<TilePercentiles> freshPercentiles) {
        this.stack = stack;
        this.fresh = fresh;
        this.freshPercentiles = freshPercentiles;
    }

    private static TilePercentiles noPercentiles() {
        throw new IllegalStateException("percentiles go strip by strip");
    }

    /** Returns this thread's cursor, which stays open for the whole run. */
    Cursor cursor() throws IOException {
        Cursor open = cursor;
        if (open == null) {
            open = Cursors.of(stack);
            cursor = open;
        }
        return open;
    }

    /**
     * Computes at most {@code most} frames of a strip, as many as fit the second-level cache, into this thread's memory, which
     * the next call overwrites.
     */
    Chunk computed(Strips strips, int strip, long first, int most) throws IOException {
        long bytes = strips.bytes(strip);
        int frames = (int) Math.clamp(Crew.CHUNK_BYTES / strips.bytes(0), 1, most);
        MemorySegment out = memory(Math.max(Crew.CHUNK_BYTES, bytes));
        for (int i = 0; i < frames; i++) {
            try {
                cursor().read(first + i, strips.first(strip), strips.samples(strip), out.asSlice(i * bytes, bytes));
            } catch (Exception | InternalError e) {
                throw Blame.frame(first + i, stack.metadata().name(), e);
            }
        }
        return new Chunk(strips, strip, first, frames, new Tile(out, 0, bytes, frames, strips.samples(strip)));
    }

    private MemorySegment memory(long bytes) {
        MemorySegment made = scratch;
        if (made == null || made.byteSize() < bytes) {
            made = arena.allocate(bytes, 64);
            scratch = made;
        }
        return made;
    }

    /** Returns this thread's accumulators. */
    TileMoments moments() {
        TileMoments made = moments;
        if (made == null) {
            made = fresh.get();
            moments = made;
        }
        return made;
    }

    /** Returns this thread's percentiles. */
    TilePercentiles percentiles() {
        TilePercentiles made = percentiles;
        if (made == null) {
            made = freshPercentiles.get();
            percentiles = made;
        }
        return made;
    }

    /** Returns what folds rows for this thread. */
    KernelColumns columns() {
        KernelColumns made = columns;
        if (made == null) {
            made = new KernelColumns(stack, arena);
            columns = made;
        }
        return made;
    }

    @Override
    public void close() {
        Cursor open = cursor;
        if (open != null) {
            open.close();
        }
        arena.close();
    }
}
