package org.tachyscope.core.run;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Shows the frames of another stack, computed ahead in parallel for whoever reads forward. */
record Ahead(Stack input, Progress progress, Executor pool, int threads) implements Stack {

    private static final long MOST_BYTES = 64L << 20;

    @Override
    public Shape shape() {
        return input.shape();
    }

    @Override
    public PixelType type() {
        return input.type();
    }

    @Override
    public Metadata metadata() {
        return input.metadata();
    }

    @Override
    public Optional<Origin> origin() {
        return input.origin();
    }

    @Override
    public List<String> remarks() {
        return input.remarks();
    }

    @Override
    public void prepare(Progress watching) throws IOException {
        input.prepare(watching);
    }

    @Override
    public Cursor cursor() throws IOException {
        prepare(progress);
        return new Buffered();
    }

    private final class Buffered implements Cursor {
        private final long frameBytes = Source.frameBytes(input);
        private final Arena arena = Arena.ofShared();
        private final MemorySegment buffer = Untouched.allocate(arena, most() * frameBytes);

        /** Silent, because whoever reads reports how far they are. */
        private final Filling filling = new Filling(input, progress.silent(), pool, threads);

        private long first;
        private long end;

        private long most() {
            return Math.min(Math.max(threads, MOST_BYTES / frameBytes), shape().frames());
        }

        @Override
        public Frame frame(long index) throws IOException {
            Objects.checkIndex(index, shape().frames());
            if (index < first || index >= end) {
                long to = Math.min(shape().frames(), index + most());
                end = first; // what is there may be overwritten before it is complete
                filling.fill(index, to, buffer.asSlice(0, (to - index) * frameBytes));
                first = index;
                end = to;
            }
            MemorySegment pixels = buffer.asSlice((index - first) * frameBytes, frameBytes);
            return Frame.of(shape(), type(), pixels.asReadOnly());
        }

        @Override
        public void close() {
            try {
                filling.close();
            } finally {
                arena.close();
            }
        }
    }
}
