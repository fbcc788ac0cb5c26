package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Stack;

/** Reads whole frames and keeps the last ones, so that a decoder decodes each of them once. */
final class WholeFrames implements Frames {

    private final Cursor cursor;
    private final int kept;
    private final long frameBytes;
    private final int bytes;
    private final Arena arena = Arena.ofConfined();
    private final Map<Long, MemorySegment> frames = new LinkedHashMap<>(16, 0.75f, true);

    WholeFrames(Stack input, int kept) throws IOException {
        this.kept = kept;
        bytes = input.type().bytes();
        frameBytes = (long) input.shape().samplesPerFrame() * bytes;
        cursor = input.cursor();
    }

    @Override
    public MemorySegment part(long frame, int first, int samples) throws IOException {
        MemorySegment whole = frames.get(frame);
        if (whole == null) {
            whole = free();
            cursor.read(frame, whole);
            frames.put(frame, whole);
        }
        return whole.asSlice((long) first * bytes, (long) samples * bytes);
    }

    /** Returns the memory of the frame that hasn't been used for the longest time, or new memory. */
    private MemorySegment free() {
        if (frames.size() < kept) {
            return arena.allocate(frameBytes, 64);
        }
        var oldest = frames.entrySet().iterator();
        MemorySegment memory = oldest.next().getValue();
        oldest.remove();
        return memory;
    }

    @Override
    public boolean lasting() {
        return false;
    }

    @Override
    public void close() {
        cursor.close();
        arena.close();
    }
}
