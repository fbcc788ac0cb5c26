package org.tachyscope.load.cache;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.zip.CRC32C;
import org.tachyscope.api.data.FrameStatistics;
import org.tachyscope.api.data.Shape;

/**
 * Computes what is kept beside the pixels of a frame: its record and its smaller copies. Safe for any thread.
 *
 * @param layout where frames lie
 * @param pixels the frames
 * @param levels the smaller copies
 * @param records a record a frame
 */
record Digest(
        Layout layout,
        List<Shape> shapes,
        List<Long> offsets,
        MemorySegment pixels,
        MemorySegment levels,
        Records records) {

    Digest(Layout layout, MemorySegment pixels, MemorySegment levels, Records records) {
        this(layout, layout.levels(), layout.offsets(), pixels, levels, records);
    }

    /** Computes everything of one frame, which lies in the processor's cache if it was just decoded. */
    void frame(long index) {
        MemorySegment frame = pixels.asSlice(index * layout.frameBytes(), layout.frameBytes());
        FrameStatistics statistics = Summing.of(frame, layout.type());
        int ofPixels = Checksum.of(frame);
        MemorySegment last = frame;
        Shape shape = layout.shape();
        for (int level = 0; level < shapes.size(); level++) {
            MemorySegment half = level(level, index);
            Halving.halve(last, shape, layout.type(), half);
            last = half;
            shape = shapes.get(level);
        }
        records.put(index, statistics, ofPixels, ofLevels(index));
    }

    private MemorySegment level(int level, long index) {
        long bytes = layout.bytes(shapes.get(level));
        return levels.asSlice(offsets.get(level) + index * bytes, bytes);
    }

    private int ofLevels(long index) {
        CRC32C crc = new CRC32C();
        for (int level = 0; level < shapes.size(); level++) {
            Checksum.add(crc, level(level, index));
        }
        return (int) crc.getValue();
    }

    /** Tells whether a frame's pixels are those that the checksum was made of. */
    boolean pixelsAreRight(long index) {
        MemorySegment frame = pixels.asSlice(index * layout.frameBytes(), layout.frameBytes());
        return Checksum.of(frame) == records.ofPixels(index);
    }

    /** Tells whether a frame's smaller copies are those that the checksum was made of. */
    boolean levelsAreRight(long index) {
        return ofLevels(index) == records.ofLevels(index);
    }
}
