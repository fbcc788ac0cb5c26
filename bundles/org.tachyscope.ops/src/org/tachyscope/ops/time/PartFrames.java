package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Stack;

/**
 * Has parts of frames computed by the input, as often as they are needed. A window needs the frame that enters it and the one
 * that leaves: two cursors, so that each of them moves forward.
 */
final class PartFrames implements Frames {

    private final Stack input;
    private final Arena arena = Arena.ofConfined();
    private final List<Reader> readers = new ArrayList<>();

    PartFrames(Stack input) throws IOException {
        this.input = input;
        readers.add(new Reader());
    }

    @Override
    public MemorySegment part(long frame, int first, int samples) throws IOException {
        return suited(frame).read(frame, first, samples);
    }

    private Reader suited(long frame) throws IOException {
        for (Reader reader : readers) {
            if (reader.last == frame || reader.last == frame - 1) {
                return reader;
            }
        }
        Reader one = readers.getFirst();
        if (readers.size() == 1) {
            return one.last < 0 ? one : opened();
        }
        Reader other = readers.getLast();
        return Math.abs(one.last - frame) <= Math.abs(other.last - frame) ? one : other;
    }

    private Reader opened() throws IOException {
        Reader reader = new Reader();
        readers.add(reader);
        return reader;
    }

    @Override
    public boolean lasting() {
        return false;
    }

    @Override
    public void close() {
        readers.forEach(reader -> reader.cursor.close());
        arena.close();
    }

    private final class Reader {
        private final Cursor cursor = input.cursor();
        private MemorySegment buffer = MemorySegment.NULL;
        private long last = -1;

        Reader() throws IOException {}

        MemorySegment read(long frame, int first, int samples) throws IOException {
            long bytes = (long) samples * input.type().bytes();
            if (buffer.byteSize() < bytes) {
                buffer = arena.allocate(bytes, 64);
            }
            MemorySegment part = buffer.asSlice(0, bytes);
            cursor.read(frame, first, samples, part);
            last = frame;
            return part;
        }
    }
}
