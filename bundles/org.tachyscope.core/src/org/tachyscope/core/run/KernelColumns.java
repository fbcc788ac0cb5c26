package org.tachyscope.core.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;
import org.tachyscope.core.Size;
import org.tachyscope.core.internal.kernel.KernelChoice;
import org.tachyscope.core.internal.kernel.Tile;
import org.tachyscope.core.internal.kernel.TileMoments;
import org.tachyscope.core.internal.kernel.VectorRuns;

/** Folds rows of a frame with the kernels that fold frames of a stack: a row takes the place of a frame. For one thread. */
final class KernelColumns implements Block.Columns {

    private final Stack stack;
    private final Arena arena;
    private final Map<Set<Moment>, TileMoments> accumulators = new HashMap<>();
    private @Nullable BooleanSupplier runs;

    /** Prepares to fold rows of {@code stack}'s frames with accumulators in {@code arena}. */
    KernelColumns(Stack stack, Arena arena) {
        this.stack = stack;
        this.arena = arena;
    }

    @Override
    public Moments fold(MemorySegment pixels, Block.Rows rows, Set<Moment> needs) {
        TileMoments moments = accumulators.computeIfAbsent(needs, this::fresh);
        moments.start(rows.samples());
        moments.add(new Tile(pixels, rows.at(), rows.stride(), rows.count(), rows.samples()));
        return moments.moments();
    }

    @Override
    public double sumOfFloats(MemorySegment pixels, long at, int count) {
        BooleanSupplier vectors = runs;
        if (vectors == null) {
            vectors = KernelChoice.shared()
                    .floatRuns(stack.shape().samples() * stack.type().bytes());
            runs = vectors;
        }
        return vectors.getAsBoolean()
                ? VectorRuns.sumOfFloats(pixels, at, count)
                : Block.Columns.super.sumOfFloats(pixels, at, count);
    }

    private TileMoments fresh(Set<Moment> needs) {
        long bytes = Size.of(stack.shape(), stack.type());
        var fastest = KernelChoice.shared().kernels(stack.type(), needs, bytes);
        return TileMoments.of(stack.type(), needs, stack.shape().samplesPerRow(), fastest, arena);
    }
}
