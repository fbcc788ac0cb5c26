package org.tachyscope.load.npy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.tachyscope.api.data.Shape;

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

    /** Slices an array in C order. */
    record InCOrder(MemorySegment data, long frameBytes) implements Source {
        @Override
        public Reader reader() {
            return new Reader() {
                @Override
                public MemorySegment frame(long index) {
                    return data.asSlice(index * frameBytes, frameBytes);
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Gathers from an array in Fortran order. */
    record InFortranOrder(FortranBlocks blocks) implements Source {
        @Override
        public Reader reader() {
            return new Holder(blocks);
        }
    }

    /** Returns the source for a file. {@code arena} owns {@code data} and whatever the source needs beside it. */
    static Source of(Header header, Shape shape, Arena arena, MemorySegment data) {
        int bytes = header.type().kind().bytes();
        if (!header.fortran()) {
            return new InCOrder(data, (long) shape.samplesPerFrame() * bytes);
        }
        int frames = FortranBlocks.framesPerBlock(shape, bytes);
        return new InFortranOrder(new FortranBlocks(arena, data, shape, bytes, frames));
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
