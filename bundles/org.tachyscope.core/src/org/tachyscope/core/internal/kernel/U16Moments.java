package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.tachyscope.api.fold.Moment.MAX;
import static org.tachyscope.api.fold.Moment.MIN;
import static org.tachyscope.api.fold.Moment.SUM;
import static org.tachyscope.api.fold.Moment.SUM_OF_SQUARES;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Set;
import java.util.function.Supplier;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;

/**
 * Computes exact moments of U16 samples. Sums run in 32 bits and are emptied into 64 bits after {@value #BLOCK}
 * frames. With d = x − 32768, whose squares are small enough to be added up in few bits,
 *
 * <pre>  Σx = Σd + 32768 n        Σx² = Σd² + 65536 Σd + 2³⁰ n</pre>
 */
final class U16Moments implements TileMoments {

    private static final int BLOCK = 65536;
    private static final int PIVOT = 32768;

    private final Supplier<Kernels> fastest;
    private final State state;
    private final boolean summed;
    private final boolean squared;
    private final MemorySegment sum64;
    private final MemorySegment even64;
    private final MemorySegment odd64;
    private final MemorySegment min;
    private final MemorySegment max;
    private final MemorySegment saved;
    private final MemorySegment sum32;
    private final long[] sum;
    private final long[] sumOfSquares;
    private final int group;
    private int samples;
    private long frames;
    private int pending;

    U16Moments(Set<Moment> needs, int capacity, Supplier<Kernels> fastest, Arena arena) {
        this.fastest = fastest;
        summed = needs.contains(SUM);
        squared = needs.contains(SUM_OF_SQUARES);
        state = new State(arena, capacity, 24);
        sum64 = state.accumulators(summed, 8);
        even64 = state.accumulators(squared, 4);
        odd64 = state.accumulators(squared, 4);
        min = state.accumulators(needs.contains(MIN), 2);
        max = state.accumulators(needs.contains(MAX), 2);
        saved = state.saved();
        sum32 = state.accumulators(summed, 4);
        sum = new long[summed ? capacity + 1 : 0];
        sumOfSquares = new long[squared ? capacity + 1 : 0];
        group = Shared.groupFrames(needs);
    }

    @Override
    public void start(int newSamples) {
        samples = newSamples;
        frames = 0;
        pending = 0;
        state.saved().fill((byte) 0);
        min.fill((byte) 0xff);
    }

    @Override
    public void add(Tile tile) {
        for (int t = 0; t < tile.frames(); ) {
            int count = Math.min(Math.min(group, tile.frames() - t), BLOCK - pending);
            fold(tile.frames(t, count));
            t += count;
            frames += count;
            pending += count;
            if (pending == BLOCK) {
                empty();
            }
        }
    }

    private void fold(Tile tile) {
        Kernels kernels = fastest.get();
        if (squared) {
            kernels.squaresU16(tile, sum32, even64, odd64);
        } else if (summed) {
            kernels.sumU16(tile, sum32);
        }
        if (min.byteSize() > 0) {
            kernels.minU16(tile, min);
        }
        if (max.byteSize() > 0) {
            kernels.maxU16(tile, max);
        }
    }

    private void empty() {
        Kernels kernels = fastest.get();
        if (squared) {
            kernels.emptyI32(sum32, sum64, samples);
        } else if (summed) {
            kernels.emptyU32(sum32, sum64, samples);
        }
        pending = 0;
    }

    @Override
    public long savedBytes() {
        return saved.byteSize();
    }

    @Override
    public void save(MemorySegment to) {
        empty();
        to.copyFrom(saved);
    }

    @Override
    public void resume(int newSamples, long newFrames, MemorySegment from) {
        start(newSamples);
        saved.copyFrom(from);
        frames = newFrames;
    }

    @Override
    public Moments moments() {
        empty();
        if (summed) {
            MemorySegment.copy(sum64, JAVA_LONG, 0, sum, 0, samples);
        }
        if (squared) {
            Shared.unshift(sum, even64, odd64, sumOfSquares, samples, frames, PIVOT);
        }
        return new Moments.Exact(frames, samples, sum, sumOfSquares, min.asReadOnly(), max.asReadOnly());
    }
}
