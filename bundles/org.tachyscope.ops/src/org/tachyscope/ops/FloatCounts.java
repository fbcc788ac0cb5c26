package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;

/** Sorts F32 samples into bins. */
final class FloatCounts implements Accumulator<FloatCounts> {

    private final Bins bins;
    private final int channels;
    private final long[] counts;
    private float[] row = {};

    FloatCounts(Bins bins, int channels) {
        this.bins = bins;
        this.channels = channels;
        counts = new long[Math.multiplyExact(bins.size(), channels)];
    }

    @Override
    public void add(Block block) {
        int samples = block.window().samplesPerFrame();
        if (row.length < samples) {
            row = new float[samples];
        }
        for (long t = 0; t < block.window().frames(); t++) {
            MemorySegment.copy(block.pixels(), JAVA_FLOAT_UNALIGNED, t * block.frameStride(), row, 0, samples);
            bins.count(row, samples, channels, counts);
        }
    }

    @Override
    public void merge(FloatCounts other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    @Override
    public Result result() {
        int nan = bins.size() - 1;
        int first = 0;
        int end = nan;
        while (bins.trimmed() && first < end && empty(first)) {
            first++;
        }
        while (bins.trimmed() && first < end && empty(end - 1)) {
            end--;
        }
        int[] rows =
                IntStream.concat(IntStream.range(first, end), IntStream.of(nan)).toArray();
        return BinTable.of(bins, rows, new BinTable.Counts(counts, channels));
    }

    private boolean empty(int bin) {
        for (int c = 0; c < channels; c++) {
            if (counts[bin * channels + c] != 0) {
                return false;
            }
        }
        return true;
    }
}
