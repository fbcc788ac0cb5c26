package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
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
 * Computes float64 moments of F32 samples.
 *
 * <p>Every {@value #BLOCK} frames make a block. Its pivot p is x of its first frame (0 if that isn't finite); s = Σ(x − p) and
 * q = Σ(x − p)² are added frame by frame in float64, where x − p of two float32 numbers is all but exact. A block of m frames
 * then has the sum m p + s and the squared deviations q − s²/m, and is merged into the blocks before it (Chan, Golub,
 * LeVeque 1979):
 *
 * <pre>  D = D₁ + D₂ + (mean₂ − mean₁)² n₁ m / (n₁ + m)</pre>
 *
 * <p>Error, with u = 2^−53: as p is one of the block's values, (p − mean₂)² ≤ D₂, thus q ≤ (m + 1) D₂ whatever the data's
 * offset and even if the first frame is an outlier. Adding up q loses at most m u q, so D₂ is known to (m + 1)(m + 2) u
 * &lt; 10^−11, and the standard deviation to half of that: 10^−4 of a float32 ulp, for any number of frames; merging adds a
 * few u a block. The sum is as good as a float64 sum in frame order, or better.
 *
 * <p>NaN and infinities: a NaN makes all NaN; an infinity makes the sum infinite (NaN for both signs) and the deviations
 * NaN, as numpy does. The sum of nothing but −0 is −0.
 */
final class F32Moments implements TileMoments {

    private static final int BLOCK = 256;

    private final Supplier<Kernels> fastest;
    private final State state;
    private final boolean summed;
    private final boolean squared;
    private final MemorySegment total;
    private final MemorySegment deviations;
    private final MemorySegment min;
    private final MemorySegment max;
    private final MemorySegment blockSum;
    private final MemorySegment blockSquares;
    private final MemorySegment pivot;
    private final MomentPiece piece = new MomentPiece();
    private final int group;
    private double[] sum = new double[0];
    private double[] squaredDeviations = new double[0];
    private int samples;
    private long frames;

    F32Moments(Set<Moment> needs, int capacity, Supplier<Kernels> fastest, Arena arena) {
        this.fastest = fastest;
        summed = needs.contains(SUM);
        squared = needs.contains(SUM_OF_SQUARES);
        state = new State(arena, capacity, 44);
        total = state.accumulators(summed, 8);
        deviations = state.accumulators(squared, 8);
        min = state.accumulators(needs.contains(MIN), 4);
        max = state.accumulators(needs.contains(MAX), 4);
        blockSum = state.accumulators(summed, 8);
        blockSquares = state.accumulators(squared, 8);
        pivot = state.accumulators(summed, 4);
        group = Needs.groupFrames(needs);
    }

    @Override
    public void start(int newSamples) {
        samples = newSamples;
        frames = 0;
        deviations.fill((byte) 0);
        fillDoubles(total, -0.0);
        fillFloats(min, Float.POSITIVE_INFINITY);
        fillFloats(max, Float.NEGATIVE_INFINITY);
    }

    private static void fillFloats(MemorySegment floats, float value) {
        if (floats.byteSize() > 0) {
            floats.set(JAVA_FLOAT, 0, value);
            repeat(floats, 4);
        }
    }

    private static void fillDoubles(MemorySegment doubles, double value) {
        if (doubles.byteSize() > 0) {
            doubles.set(JAVA_DOUBLE, 0, value);
            repeat(doubles, 8);
        }
    }

    /** Fills memory with copies of its first bytes. */
    private static void repeat(MemorySegment memory, long first) {
        for (long done = first; done < memory.byteSize(); done *= 2) {
            long more = Math.min(done, memory.byteSize() - done);
            MemorySegment.copy(memory, 0, memory, done, more);
        }
    }

    @Override
    public void add(Tile tile) {
        for (int t = 0; t < tile.frames(); ) {
            int inBlock = (int) (frames % BLOCK);
            int count = Math.min(Math.min(group, tile.frames() - t), BLOCK - inBlock);
            Tile part = tile.frames(t, count);
            if (summed && inBlock == 0) {
                startBlock(part);
            }
            fold(part);
            t += count;
            frames += count;
            if (summed && frames % BLOCK == 0) {
                mergeBlock(BLOCK, 0, samples);
            }
        }
    }

    private void startBlock(Tile tile) {
        piece.pivots(tile, pivot);
        fillDoubles(blockSum, -0.0);
        blockSquares.fill((byte) 0);
    }

    private void fold(Tile tile) {
        Kernels kernels = fastest.get();
        if (squared && min.byteSize() > 0 && max.byteSize() > 0) {
            kernels.allF32(tile, pivot, blockSum, blockSquares, min, max);
            return;
        }
        if (squared) {
            kernels.squaresF32(tile, pivot, blockSum, blockSquares);
        } else if (summed) {
            kernels.sumF32(tile, pivot, blockSum);
        }
        if (min.byteSize() > 0) {
            kernels.minF32(tile, min);
        }
        if (max.byteSize() > 0) {
            kernels.maxF32(tile, max);
        }
    }

    private void mergeBlock(int m, int first, int count) {
        for (int from = first; from < first + count; from += MomentPiece.SAMPLES) {
            piece.load(pivot, blockSum, total, from, Math.min(MomentPiece.SAMPLES, first + count - from));
            if (squared) {
                piece.mergeDeviations(blockSquares, deviations, frames - m, m);
            }
            piece.mergeSums(total, m);
        }
    }

    @Override
    public long savedBytes() {
        return state.used().byteSize();
    }

    @Override
    public void save(MemorySegment to) {
        to.copyFrom(state.used());
    }

    @Override
    public void resume(int newSamples, long newFrames, MemorySegment from) {
        samples = newSamples;
        frames = newFrames;
        state.used().copyFrom(from);
    }

    @Override
    public Moments moments() {
        return moments(0, samples);
    }

    @Override
    public Moments moments(int first, int count) {
        if (summed && frames % BLOCK != 0) {
            mergeBlock((int) (frames % BLOCK), first, count);
        }
        if (sum.length < count) {
            sum = new double[summed ? count : 0];
            squaredDeviations = new double[squared ? count : 0];
        }
        copy(total, first, count, sum);
        copy(deviations, first, count, squaredDeviations);
        return new Moments.Floating(
                frames, count, sum, squaredDeviations, slice(min, first, count), slice(max, first, count));
    }

    private static void copy(MemorySegment from, int first, int count, double[] to) {
        if (to.length > 0) {
            MemorySegment.copy(from, JAVA_DOUBLE, 8L * first, to, 0, count);
        }
    }

    private static MemorySegment slice(MemorySegment extremes, int first, int count) {
        return extremes.byteSize() == 0
                ? extremes
                : extremes.asSlice(4L * first, 4L * count).asReadOnly();
    }
}
