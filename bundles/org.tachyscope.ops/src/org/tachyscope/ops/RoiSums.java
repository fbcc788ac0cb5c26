package org.tachyscope.ops;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Column;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Window;

/** Adds up the samples of a rectangle, frame by frame and channel by channel: U8 and U16 in integers, F32 in float64. */
final class RoiSums implements Accumulator<RoiSums> {

    private final Box box;
    private final Window window;
    private final int channels;
    private final long[] exact;
    private final double[] floating;
    private int frames;

    RoiSums(Box box, Window window) {
        this.box = box;
        this.window = window;
        channels = window.stack().channels();
        int sums = Math.multiplyExact(Math.toIntExact(window.frames()), channels);
        boolean integers = window.type() != PixelType.F32;
        exact = new long[integers ? sums : 0];
        floating = new double[integers ? 0 : sums];
    }

    @Override
    public void add(Block block) {
        Window part = block.window();
        int first = (int) (part.firstFrame() - window.firstFrame());
        frames = Math.max(frames, first + (int) part.frames());
        int top = Math.max(box.y(), part.firstRow());
        int bottom = Math.min(box.y() + box.height(), part.firstRow() + part.rows());
        for (int t = 0; t < part.frames(); t++) {
            for (int row = top; row < bottom; row++) {
                long sample = (long) (row - part.firstRow()) * part.stack().samplesPerRow() + (long) box.x() * channels;
                long at = t * block.frameStride() + sample * part.type().bytes();
                addRow(block.pixels(), at, (first + t) * channels);
            }
        }
    }

    private void addRow(MemorySegment pixels, long at, int sums) {
        for (int c = 0; c < channels; c++) {
            switch (window.type()) {
                case U8 -> exact[sums + c] += RowSums.u8(pixels, at + c, box.width(), channels);
                case U16 -> exact[sums + c] += RowSums.u16(pixels, at + 2L * c, box.width(), channels);
                case F32 -> floating[sums + c] += RowSums.f32(pixels, at + 4L * c, box.width(), channels);
            }
        }
    }

    @Override
    public void merge(RoiSums other) {
        int first = (int) (other.window.firstFrame() - window.firstFrame()) * channels;
        frames = Math.max(frames, first / channels + other.frames);
        for (int i = 0; i < other.exact.length; i++) {
            exact[first + i] += other.exact[i];
        }
        for (int i = 0; i < other.floating.length; i++) {
            floating[first + i] += other.floating[i];
        }
    }

    @Override
    public Result result() {
        double[] index = new double[frames];
        for (int t = 0; t < frames; t++) {
            index[t] = window.firstFrame() + t;
        }
        List<Column.Numbers> means = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            means.add(new Column.Numbers(label(c), "", means(c)));
        }
        return new Curve(new Column.Numbers("frame", "", index), means);
    }

    private String label(int channel) {
        return channels == 1 ? "mean of " + box : "mean of " + box + ", channel " + channel;
    }

    private double[] means(int channel) {
        double pixels = (double) box.width() * box.height();
        double[] means = new double[frames];
        for (int t = 0; t < frames; t++) {
            int i = t * channels + channel;
            means[t] = (window.type() == PixelType.F32 ? floating[i] : exact[i]) / pixels;
        }
        return means;
    }
}
