package org.tachyscope.core.internal.kernel;

import static org.tachyscope.api.fold.Moment.MAX;
import static org.tachyscope.api.fold.Moment.MIN;
import static org.tachyscope.api.fold.Moment.SUM;
import static org.tachyscope.api.fold.Moment.SUM_OF_SQUARES;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Set;
import java.util.function.Supplier;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;

/**
 * Computes exact moments of U8 and U16 samples. Sums run in few bits and are emptied into wider ones before they overflow: U8
 * from 16 into 32 bits after 256 frames and into 64 bits after 131072, U16 from 32 into 64 bits after 65536. With x (m − x),
 * where m is the largest value of the type, which is small enough to be added up in few bits,
 *
 * <pre>  Σx² = m Σx − Σ x (m − x)</pre>
 */
final class ExactMoments implements TileMoments {

    private final PixelType type;
    private final Supplier<Kernels> fastest;
    private final boolean summed;
    private final boolean squared;
    private final boolean all;
    private final int shortBlock;
    private final int longBlock;
    private final MemorySegment sum64;
    private final MemorySegment even64;
    private final MemorySegment odd64;
    private final MemorySegment min;
    private final MemorySegment max;
    private final MemorySegment saved;
    private final MemorySegment sum32;
    private final MemorySegment sum16;
    private final MemorySegment even32;
    private final MemorySegment odd32;
    private final MemorySegment narrow;
    private final ExactRun run;
    private final int group;
    private long[] sum = new long[0];
    private long[] sumOfSquares = new long[0];
    private int samples;
    private long frames;
    private int pending;
    private boolean widened;

    ExactMoments(PixelType type, Set<Moment> needs, int capacity, Supplier<Kernels> fastest, Arena arena) {
        boolean bytes = type == PixelType.U8;
        this.type = type;
        this.fastest = fastest;
        summed = needs.contains(SUM);
        squared = needs.contains(SUM_OF_SQUARES);
        all = squared && needs.contains(MIN) && needs.contains(MAX);
        shortBlock = bytes ? 256 : 65536;
        longBlock = bytes ? 131072 : 65536;
        State state = new State(arena, capacity, 32);
        sum64 = state.accumulators(summed, 8);
        even64 = state.accumulators(squared, 4);
        odd64 = state.accumulators(squared, 4);
        min = state.accumulators(needs.contains(MIN), type.bytes());
        max = state.accumulators(needs.contains(MAX), type.bytes());
        saved = state.used();
        sum32 = state.accumulators(summed, 4);
        sum16 = state.accumulators(summed && bytes, 2);
        even32 = state.accumulators(squared && bytes, 2);
        odd32 = state.accumulators(squared && bytes, 2);
        narrow = state.used().asSlice(saved.byteSize());
        run = new ExactRun(arena);
        group = Needs.groupFrames(needs);
    }

    @Override
    public void start(int newSamples) {
        samples = newSamples;
        frames = 0;
        pending = 0;
        widened = false;
        narrow.fill((byte) 0);
        if (type == PixelType.U16) {
            even64.fill((byte) 0);
            odd64.fill((byte) 0);
        }
        min.fill((byte) 0xff);
        max.fill((byte) 0);
    }

    @Override
    public void add(Tile tile) {
        for (int t = 0; t < tile.frames(); ) {
            int room = shortBlock - pending % shortBlock;
            int count = Math.min(Math.min(group, tile.frames() - t), room);
            fold(tile.frames(t, count), fastest.get());
            t += count;
            frames += count;
            pending += count;
            if (count == room) {
                emptyShort(fastest.get());
            }
            if (pending == longBlock) {
                emptyLong(fastest.get());
            }
        }
    }

    private void fold(Tile tile, Kernels kernels) {
        if (all) {
            foldAll(tile, kernels);
        } else {
            foldSums(tile, kernels);
            foldExtremes(tile, kernels);
        }
    }

    private void foldAll(Tile tile, Kernels kernels) {
        if (type == PixelType.U8) {
            kernels.allU8(tile, sum16, even32, odd32, min, max);
        } else {
            kernels.allU16(tile, sum32, even64, odd64, min, max);
        }
    }

    private void foldSums(Tile tile, Kernels kernels) {
        if (type == PixelType.U8) {
            if (squared) {
                kernels.squaresU8(tile, sum16, even32, odd32);
            } else if (summed) {
                kernels.sumU8(tile, sum16);
            }
        } else {
            if (squared) {
                kernels.squaresU16(tile, sum32, even64, odd64);
            } else if (summed) {
                kernels.sumU16(tile, sum32);
            }
        }
    }

    private void foldExtremes(Tile tile, Kernels kernels) {
        if (min.byteSize() > 0) {
            if (type == PixelType.U8) {
                kernels.minU8(tile, min);
            } else {
                kernels.minU16(tile, min);
            }
        }
        if (max.byteSize() > 0) {
            if (type == PixelType.U8) {
                kernels.maxU8(tile, max);
            } else {
                kernels.maxU16(tile, max);
            }
        }
    }

    private void emptyShort(Kernels kernels) {
        if (sum16.byteSize() > 0) {
            kernels.emptyU16(sum16, sum32, samples);
        }
    }

    private void emptyLong(Kernels kernels) {
        if (!widened) {
            clearWide();
        }
        if (summed) {
            kernels.emptyU32(sum32, sum64, samples);
        }
        if (even32.byteSize() > 0) {
            kernels.emptyU32(even32, even64, (samples + 1) / 2);
            kernels.emptyU32(odd32, odd64, samples / 2);
        }
        pending = 0;
    }

    /** Clears the accumulators that few tiles have frames enough for. */
    private void clearWide() {
        sum64.fill((byte) 0);
        if (type == PixelType.U8) {
            even64.fill((byte) 0);
            odd64.fill((byte) 0);
        }
        widened = true;
    }

    @Override
    public long savedBytes() {
        return saved.byteSize();
    }

    @Override
    public void save(MemorySegment to) {
        emptyShort(fastest.get());
        emptyLong(fastest.get());
        to.copyFrom(saved);
    }

    @Override
    public void resume(int newSamples, long newFrames, MemorySegment from) {
        start(newSamples);
        saved.copyFrom(from);
        widened = true;
        frames = newFrames;
    }

    @Override
    public Moments moments() {
        return moments(0, samples);
    }

    @Override
    public Moments moments(int first, int count) {
        if (sum.length < count) {
            sum = new long[summed ? count : 0];
            sumOfSquares = new long[squared ? count : 0];
        }
        for (int at = 0; at < count; at += RUN) {
            end(first + at, Math.min(RUN, count - at), at);
        }
        return new Moments.Exact(frames, count, sum, sumOfSquares, slice(min, first, count), slice(max, first, count));
    }

    private MemorySegment slice(MemorySegment extremes, int first, int count) {
        return extremes.byteSize() == 0
                ? extremes
                : extremes.asSlice((long) first * type.bytes(), (long) count * type.bytes())
                        .asReadOnly();
    }

    private void end(int from, int count, int to) {
        if (summed) {
            if (sum16.byteSize() > 0) {
                fastest.get().emptyU16(sum16.asSlice(2L * from), sum32.asSlice(4L * from), count);
            }
            run.sums(sum32, widened ? sum64 : MemorySegment.NULL, from, count, sum, to);
        }
        if (squared) {
            endSquares(from, count, to);
        }
    }

    private void endSquares(int from, int count, int to) {
        boolean bytes = type == PixelType.U8;
        if (bytes) {
            run.squaresU8(even32, odd32, from, count, sum, sumOfSquares, to);
        } else {
            ExactRun.squaresU16(count, sum, sumOfSquares, to);
        }
        if (!bytes || widened) {
            run.less(even64, odd64, from, count, sumOfSquares, to);
        }
    }
}
