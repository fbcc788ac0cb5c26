package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;

/** Counts every value of U8 or U16 exactly, and sorts the values into bins at the end. */
final class ValueCounts implements Accumulator<ValueCounts> {

    private final LinearBins bins;
    private final int levels;
    private final int channels;
    private final long[][] counts;
    private final long[][] others;
    private byte[] bytes = {};
    private short[] shorts = {};

    /** Prepares for values 0 … {@code levels − 1}. */
    ValueCounts(LinearBins bins, int levels, int channels) {
        this.bins = bins;
        this.levels = levels;
        this.channels = channels;
        counts = new long[channels][levels];
        others = new long[channels][levels == 256 ? levels : 0];
    }

    @Override
    public void add(Block block) {
        int samples = block.window().samplesPerFrame();
        for (long t = 0; t < block.window().frames(); t++) {
            if (block.window().type() == PixelType.U8) {
                bytes(block.pixels(), t * block.frameStride(), samples);
            } else {
                shorts(block.pixels(), t * block.frameStride(), samples);
            }
        }
    }

    private void bytes(MemorySegment pixels, long at, int samples) {
        if (bytes.length < samples) {
            bytes = new byte[samples];
        }
        MemorySegment.copy(pixels, JAVA_BYTE, at, bytes, 0, samples);
        for (int c = 0; c < channels; c++) {
            count(bytes, c, samples);
        }
    }

    /** Counts neighbours in different arrays: equal ones would wait for each other. */
    private void count(byte[] row, int channel, int samples) {
        long[] even = counts[channel];
        long[] odd = others[channel];
        int i = channel;
        for (; i + channels < samples; i += 2 * channels) {
            even[row[i] & 0xff]++;
            odd[row[i + channels] & 0xff]++;
        }
        if (i < samples) {
            even[row[i] & 0xff]++;
        }
    }

    private void shorts(MemorySegment pixels, long at, int samples) {
        if (shorts.length < samples) {
            shorts = new short[samples];
        }
        MemorySegment.copy(pixels, JAVA_SHORT_UNALIGNED, at, shorts, 0, samples);
        for (int c = 0; c < channels; c++) {
            long[] all = counts[c];
            for (int i = c; i < samples; i += channels) {
                all[shorts[i] & 0xffff]++;
            }
        }
    }

    @Override
    public void merge(ValueCounts other) {
        for (int c = 0; c < channels; c++) {
            for (int value = 0; value < levels; value++) {
                counts[c][value] += other.of(value, c);
            }
        }
    }

    private long of(int value, int channel) {
        return counts[channel][value] + (levels == 256 ? others[channel][value] : 0);
    }

    @Override
    public Result result() {
        long[] binned = new long[Math.multiplyExact(bins.size(), channels)];
        for (int value = 0; value < levels; value++) {
            int bin = bins.of(value);
            for (int c = 0; c < channels; c++) {
                binned[bin * channels + c] += of(value, c);
            }
        }
        int first = bins.low() > 0 ? 0 : 1;
        int end = bins.bins() + (bins.high() < levels - 1 ? 2 : 1);
        return BinTable.of(bins, IntStream.range(first, end).toArray(), new BinTable.Counts(binned, channels));
    }
}
