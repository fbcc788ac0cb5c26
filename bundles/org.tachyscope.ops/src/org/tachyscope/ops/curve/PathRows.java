package org.tachyscope.ops.curve;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;
import org.tachyscope.api.fold.Accumulator;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Window;

/** Writes the samples along a path, a row a frame. Takes whole frames. */
final class PathRows implements Accumulator<PathRows> {

    private final PathReader reader;
    private final Window window;
    private final int channels;
    private final long rowBytes;
    private final MemorySegment rows;
    private int frames;

    PathRows(PathReader reader, Window window) {
        this.reader = reader;
        this.window = window;
        channels = window.stack().channels();
        rowBytes = 4L * reader.size() * channels;
        rows = Arena.ofAuto().allocate(rowBytes * window.frames(), 64);
    }

    @Override
    public void add(Block block) {
        int first = (int) (block.window().firstFrame() - window.firstFrame());
        for (int t = 0; t < block.window().frames(); t++) {
            for (int c = 0; c < channels; c++) {
                double[] values = reader.read(block, t, c);
                long row = (long) (first + t) * reader.size();
                for (int s = 0; s < values.length; s++) {
                    rows.setAtIndex(JAVA_FLOAT, (row + s) * channels + c, (float) values[s]);
                }
            }
        }
        frames = Math.max(frames, first + (int) block.window().frames());
    }

    @Override
    public void merge(PathRows other) {
        int first = (int) (other.window.firstFrame() - window.firstFrame());
        MemorySegment.copy(other.rows, 0, rows, first * rowBytes, other.frames * rowBytes);
        frames = Math.max(frames, first + other.frames);
    }

    /** Returns a row for each frame so far; one of NaN if there was none. */
    @Override
    public Result result() {
        if (frames > 0) {
            return frame(frames, rows.asSlice(0, frames * rowBytes));
        }
        MemorySegment none = Arena.ofAuto().allocate(rowBytes, 64);
        for (long i = 0; i < rowBytes / 4; i++) {
            none.setAtIndex(JAVA_FLOAT, i, Float.NaN);
        }
        return frame(1, none);
    }

    private Frame frame(int height, MemorySegment pixels) {
        return new Frame(height, reader.size(), channels, PixelType.F32, pixels);
    }
}
