package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.ByteVector;
import org.tachyscope.api.data.PixelType;

/**
 * Finds order statistics of a whole vector of samples at once: gathers their frames into a column that fits the first cache,
 * and bisects the keys between the smallest and the largest by counting those below a threshold. U8 is bisected to the end, 8
 * rounds at most. The others stop when so few values are left below the rank that one pass finds the rest.
 */
final class VectorRanks implements Ranks {

    private static final int SIZE = ByteVector.SPECIES_PREFERRED.vectorByteSize();
    private static final int MOST_COLUMNS = 16;

    /** Bounds the columns of a tile: half of a usual second-level cache. */
    private static final long TILE_BYTES = 512 * 1024;

    private final PixelType type;
    private final Arena arena;
    private final RankLoops loops;
    private final LaneState state;
    private final int lanes;
    private final LaneState.Bounds bounds;
    private MemorySegment columns = MemorySegment.NULL;
    private int frames;
    private int samples;

    /** Keeps the loads that touch pages from being optimised away; nobody reads it. */
    int touched;

    VectorRanks(PixelType type, Arena arena) {
        this.type = type;
        this.arena = arena;
        lanes = SIZE / type.bytes();
        loops = RankLoops.of(type, arena);
        state = new LaneState(lanes, arena);
        bounds = LaneState.Bounds.of(MOST_COLUMNS * lanes, arena);
    }

    @Override
    public int width(int frameCount) {
        return (int) Math.clamp(TILE_BYTES / SIZE / frameCount, 1, MOST_COLUMNS) * lanes;
    }

    @Override
    public void take(Tile tile, int[] numbers, Runnable check) {
        samples = tile.samples();
        frames = tile.frames();
        reserve(width(frames) / lanes * columnBytes());
        touch(tile);
        int whole = samples / lanes;
        loops.gather(tile, whole, columns, columnBytes());
        if (whole * lanes < samples) {
            takeLast(tile.tail(whole * lanes, type.bytes()), whole * columnBytes());
        }
        for (int first = 0; first < samples; first += lanes) {
            check.run();
            loops.range(columns, column(first), frames, bounds, first);
            countNumbers(first);
        }
        MemorySegment.copy(bounds.numbers(), JAVA_INT, 0, numbers, 0, samples);
    }

    /**
     * Reads both ends of each row of the tile, which is shorter than a page. Where a mapped file has shrunk, that is an error,
     * while a compiled vector loop would end this Java.
     */
    private void touch(Tile tile) {
        long last = (long) samples * type.bytes() - 1;
        int sum = 0;
        for (int t = 0; t < frames; t++) {
            sum += tile.pixels().get(JAVA_BYTE, tile.at(t)) + tile.pixels().get(JAVA_BYTE, tile.at(t) + last);
        }
        touched = sum;
    }

    private void reserve(long bytes) {
        if (columns.byteSize() < bytes) {
            columns = arena.allocate(bytes, 64);
        }
    }

    /** Returns an odd number of vectors, so that the columns' same frames lie in different sets of the cache. */
    private long columnBytes() {
        return (frames | 1L) * SIZE;
    }

    /** Returns the byte where the column of a sample begins. */
    private long column(int sample) {
        return sample / lanes * columnBytes();
    }

    /** Copies the samples that fill no vector. What fills it up doesn't matter. */
    private void takeLast(Tile tile, long at) {
        long bytes = (long) tile.samples() * type.bytes();
        for (int t = 0; t < frames; t++) {
            MemorySegment.copy(tile.pixels(), tile.at(t), columns, at + (long) t * SIZE, bytes);
        }
        loops.makeKeys(columns, at, frames);
    }

    private void countNumbers(int first) {
        if (state.hasNan(bounds, first, frames)) {
            loops.count(columns, column(first), frames, state);
            state.leaveNan(bounds, first, Keys.most(type));
        }
    }

    @Override
    public void find(int[] ranks, int[] low, int[] next, Runnable check) {
        for (int first = 0; first < samples; first += lanes) {
            check.run();
            bisect(ranks, first);
            state.settle(low, next, first);
        }
    }

    private void bisect(int[] ranks, int first) {
        long column = column(first);
        LaneState.Stop stop = type == PixelType.U8 ? LaneState.Stop.CLOSED : LaneState.Stop.CLOSE;
        for (boolean open = state.begin(bounds, ranks, first, stop); open; open = state.narrow(stop)) {
            loops.count(columns, column, frames, state);
        }
        state.behind();
        if (stop == LaneState.Stop.CLOSE && state.open()) {
            loops.leastFew(columns, column, frames, state);
        } else {
            loops.least(columns, column, frames, state);
        }
    }
}
