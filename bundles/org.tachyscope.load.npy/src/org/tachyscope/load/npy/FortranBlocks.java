package org.tachyscope.load.npy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.data.Shape;

/**
 * Keeps the blocks of consecutive frames that were gathered last, so that cursors that are near each other, or opened
 * again and again, share the work. A block isn't changed while a cursor holds it. Allocates {@value #KEPT} blocks, and more
 * only while more cursors than that hold different ones. Safe for any thread.
 */
final class FortranBlocks {

    /** Bounds the bytes of a block, except that it holds at least one frame. */
    static final long BLOCK_BYTES = 32L << 20;

    static final int KEPT = 2;

    private final Arena arena;
    private final FortranGather gather;
    private final Shape shape;
    private final long frameBytes;
    private final int framesPerBlock;
    private final List<Block> blocks = new ArrayList<>();
    private long clock;

    /**
     * Describes the array.
     *
     * @param arena owns the blocks
     * @param view where samples lie, with T the fastest
     * @param bytes size of a sample in the file
     * @param framesPerBlock see {@link #framesPerBlock(Shape, int)}
     */
    FortranBlocks(Arena arena, MemorySegment data, View view, int bytes, int framesPerBlock) {
        this.arena = arena;
        this.gather = new FortranGather(data, view, bytes);
        this.shape = view.shape();
        this.frameBytes = (long) view.shape().samplesPerFrame() * bytes;
        this.framesPerBlock = framesPerBlock;
    }

    /** Returns the frames of a block: a whole number of cache lines along time, if a frame is small enough for that. */
    static int framesPerBlock(Shape shape, int bytes) {
        long fit = Math.max(1, BLOCK_BYTES / ((long) shape.samplesPerFrame() * bytes));
        int line = 64 / bytes;
        return (int) Math.min(shape.frames(), fit < line ? fit : fit / line * line);
    }

    /** Returns the block with frame {@code index}, gathered, and keeps it unchanged until {@link #release}. */
    Block hold(long index) {
        long number = index / framesPerBlock;
        Block block = reserve(number);
        try {
            block.fill();
        } catch (RuntimeException e) {
            release(block);
            throw e;
        }
        return block;
    }

    private synchronized Block reserve(long number) {
        Block block = blocks.stream()
                .filter(b -> b.number == number)
                .findFirst()
                .or(this::reusable)
                .orElseGet(this::added);
        block.use(number, ++clock);
        return block;
    }

    private Optional<Block> reusable() {
        return blocks.size() < KEPT
                ? Optional.empty()
                : blocks.stream().filter(b -> b.holders == 0).min(Comparator.comparingLong(b -> b.used));
    }

    private Block added() {
        Block block = new Block(arena.allocate(framesPerBlock * frameBytes, 64));
        blocks.add(block);
        return block;
    }

    /** Gives a block back. */
    synchronized void release(Block block) {
        block.holders--;
    }

    /** Holds some consecutive frames. */
    final class Block {
        private final MemorySegment pixels;
        private long number = -1;
        private long used;
        private int holders;
        private volatile boolean filled;

        private Block(MemorySegment pixels) {
            this.pixels = pixels;
        }

        /** Called with the lock of all blocks; changes the number only while nobody holds this one. */
        private void use(long newNumber, long now) {
            filled = filled && number == newNumber;
            number = newNumber;
            used = now;
            holders++;
        }

        private synchronized void fill() {
            if (!filled) {
                long first = number * framesPerBlock;
                gather.gather(first, (int) Math.min(framesPerBlock, shape.frames() - first), pixels);
                filled = true;
            }
        }

        /** Tells whether this block has frame {@code index}. */
        boolean has(long index) {
            return index / framesPerBlock == number;
        }

        /** Returns one frame in C order, samples as in the file. */
        MemorySegment frame(long index) {
            return pixels.asSlice(index % framesPerBlock * frameBytes, frameBytes);
        }
    }
}
