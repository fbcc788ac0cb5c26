package org.tachyscope.ops.curve;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Span;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.NanRule;
import org.tachyscope.api.fold.Window;

/** Finds percentiles of an area, from blocks of whole frames: U8 by counting values, others by sorting one frame's area. */
final class OrderMeter implements Meter {

    private final List<Span> spans;
    private final Window window;
    private final NanRule nan;
    private final int channels;
    private final Table results;

    OrderMeter(List<Span> spans, Window window, Set<Statistic> percentiles, NanRule nan) {
        this.spans = spans;
        this.window = window;
        this.nan = nan;
        channels = window.stack().channels();
        results = new Table(percentiles, Math.multiplyExact(Math.toIntExact(window.frames()), channels));
    }

    @Override
    public void add(Block block) {
        Window part = block.window();
        Runs runs = Runs.joined(spans, part);
        int slot = (int) (part.firstFrame() - window.firstFrame()) * channels;
        int pixels = Arrays.stream(runs.length(), 0, runs.count()).sum();
        float[] values = new float[part.type() == PixelType.U8 ? 0 : pixels];
        for (int t = 0; t < part.frames(); t++) {
            for (int c = 0; c < channels; c++) {
                long base = t * block.frameStride() + (long) c * part.type().bytes();
                if (part.type() == PixelType.U8) {
                    count(block.pixels(), runs, base, slot++);
                } else {
                    sort(block.pixels(), runs, base, values, slot++);
                }
            }
        }
    }

    private void count(MemorySegment pixels, Runs runs, long base, int slot) {
        int[] counts = new int[256];
        for (int r = 0; r < runs.count(); r++) {
            long at = base + runs.at()[r];
            for (int i = 0; i < runs.length()[r]; i++) {
                counts[pixels.get(ValueLayout.JAVA_BYTE, at + (long) i * channels) & 0xff]++;
            }
        }
        Percentiles.cumulate(counts);
        results.put(slot, statistic -> Percentiles.ofCounts(counts, statistic.percent()));
    }

    private void sort(MemorySegment pixels, Runs runs, long base, float[] values, int slot) {
        int count = 0;
        for (int r = 0; r < runs.count(); r++) {
            count += load(pixels, base + runs.at()[r], runs.length()[r], values, count);
        }
        Arrays.sort(values, 0, count);
        int known = count;
        results.put(slot, statistic -> Percentiles.ofSorted(values, known, statistic.percent()));
    }

    private int load(MemorySegment pixels, long at, int length, float[] values, int first) {
        int count = first;
        for (int i = 0; i < length; i++) {
            float value = value(pixels, at, i);
            values[count] = value;
            count += nan == NanRule.IGNORE && Float.isNaN(value) ? 0 : 1;
        }
        return count - first;
    }

    private float value(MemorySegment pixels, long at, int i) {
        return window.type() == PixelType.U16
                ? pixels.get(ValueLayout.JAVA_SHORT_UNALIGNED, at + 2L * i * channels) & 0xffff
                : pixels.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at + 4L * i * channels);
    }

    @Override
    public void merge(Meter meter, int first) {
        results.merge(((OrderMeter) meter).results, first * channels);
    }

    @Override
    public double value(Statistic statistic, int frame, int channel) {
        return results.get(statistic, frame * channels + channel);
    }
}
