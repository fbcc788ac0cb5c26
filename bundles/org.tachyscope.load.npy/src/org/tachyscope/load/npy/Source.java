package org.tachyscope.load.npy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Hands out frames in C order with samples as they are in the file. */
sealed interface Source {

    /** Opens a reader, which belongs to one thread. */
    Reader reader();

    /** Reads frames. */
    interface Reader extends AutoCloseable {
        /** Returns one frame, valid until the next call or {@link #close}. */
        MemorySegment frame(long index);

        @Override
        void close();
    }

    /** Slices an array whose frames lie in C order, {@code stride} bytes from one to the next. */
    record InCOrder(MemorySegment data, long stride, long frameBytes) implements Source {
        @Override
        public Reader reader() {
            return new Reader() {
                @Override
                public MemorySegment frame(long index) {
                    return data.asSlice(index * stride, frameBytes);
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Gathers from an array whose fastest axis is time, some frames at a time. */
    record TimeFastest(FortranBlocks blocks) implements Source {
        @Override
        public Reader reader() {
            return new Holder(blocks);
        }
    }

    /** Gathers frame by frame from an array of any other order. */
    record InOtherOrder(Scatter scatter) implements Source {
        @Override
        public Reader reader() {
            Arena own = Arena.ofConfined();
            MemorySegment frame = own.allocate((long) scatter.view().shape().samplesPerFrame() * scatter.bytes(), 64);
            return new Reader() {
                @Override
                public MemorySegment frame(long index) {
                    scatter.frame(index, frame);
                    return frame;
                }

                @Override
                public void close() {
                    own.close();
                }
            };
        }
    }

    /** Returns the source for an array. {@code arena} owns {@code data} and whatever the source needs beside it. */
    static Source of(View view, int bytes, Arena arena, MemorySegment data) {
        if (view.framesAreDense()) {
            return new InCOrder(data, view.time() * bytes, (long) view.shape().samplesPerFrame() * bytes);
        }
        if (!view.timeIsFastest()) {
            return new InOtherOrder(new Scatter(data, view, bytes));
        }
        int frames = FortranBlocks.framesPerBlock(view.shape(), bytes);
        return new TimeFastest(new FortranBlocks(arena, data, view, bytes, frames));
    }

    /** Holds the block that it read from last. */
    final class Holder implements Reader {
        private final FortranBlocks blocks;
        private Optional<FortranBlocks.Block> held = Optional.empty();

        private Holder(FortranBlocks blocks) {
            this.blocks = blocks;
        }

        @Override
        public MemorySegment frame(long index) {
            if (held.isEmpty() || !held.get().has(index)) {
                close();
                held = Optional.of(blocks.hold(index));
            }
            return held.get().frame(index);
        }

        @Override
        public void close() {
            held.ifPresent(blocks::release);
            held = Optional.empty();
        }
    }
}
