package org.tachyscope.api.pixel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

/** Reads the samples of a stack as float32, some neighbouring ones at a time. Belongs to one thread. */
public final class SampleReader implements AutoCloseable {

    private final Stack stack;
    private final PixelType type;
    private final long frameBytes;
    private final Supplier<PixelMath> math;
    private final Arena arena = Arena.ofConfined();
    private final Optional<MemorySegment> whole;
    private final Cursor cursor;
    private final boolean parts;
    private final MemorySegment part;
    private MemorySegment pixels = MemorySegment.NULL;
    private long start;
    private long index = -1;

    SampleReader(Stack stack, Supplier<PixelMath> math) throws IOException {
        this.stack = stack;
        this.math = math;
        type = stack.type();
        frameBytes = (long) stack.shape().samplesPerFrame() * type.bytes();
        whole = stack.contiguous().filter(MemorySegment::isNative);
        cursor = stack instanceof MathStack computed ? computed.cursor(math) : stack.cursor();
        parts = whole.isEmpty() && stack.readsParts();
        part = arena.allocate(parts ? Math.min(frameBytes, (long) PixelChain.PIECE * type.bytes()) : 0, 64);
    }

    /**
     * Opens a reader.
     *
     * @throws IOException naming the file, if it can't be opened
     */
    public static SampleReader of(Stack stack) throws IOException {
        PixelMath plain = PixelMath.plain();
        return new SampleReader(stack, () -> plain);
    }

    /**
     * Goes to a frame; does nothing if it is there already.
     *
     * @throws IndexOutOfBoundsException if there is no such frame
     * @throws IOException in one sentence that names the file, the frame and the reason
     */
    public void frame(long newIndex) throws IOException {
        Objects.checkIndex(newIndex, stack.shape().frames());
        if (newIndex == index) {
            return;
        }
        index = -1;
        if (whole.isPresent()) {
            pixels = whole.get();
            start = newIndex * frameBytes;
        } else if (!parts) {
            pixels = cursor.frame(newIndex).pixels();
        }
        index = newIndex;
    }

    /** Tells whether the frame's samples lie in memory, so that a loop may read them there. */
    boolean lies() {
        return !parts && pixels.isNative();
    }

    /** Returns what the frame's samples lie in. */
    MemorySegment pixels() {
        return pixels;
    }

    /** Returns the byte of sample {@code first} of the frame. */
    long at(int first) {
        return start + (long) first * type.bytes();
    }

    /**
     * Reads {@code count} samples of the frame from sample {@code first} on.
     *
     * @param into filled from index 0 on
     * @param count at most {@link PixelChain#PIECE}
     * @throws IOException in one sentence that names the file, the frame and the reason
     */
    public void read(int first, float[] into, int count) throws IOException {
        if (parts) {
            MemorySegment out = part.asSlice(0, (long) count * type.bytes());
            cursor.read(index, first, count, out);
            math.get().load(out, 0, type, into, count);
        } else {
            math.get().load(pixels, at(first), type, into, count);
        }
    }

    @Override
    public void close() {
        cursor.close();
        arena.close();
    }
}
