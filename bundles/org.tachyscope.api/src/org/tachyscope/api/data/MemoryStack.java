package org.tachyscope.api.data;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Presents one contiguous segment as a stack: pixels in memory, or a mapped file. */
public final class MemoryStack implements Stack {

    private final Shape shape;
    private final PixelType type;
    private final Metadata metadata;
    private final MemorySegment pixels;
    private final Owner owner;

    private MemoryStack(Shape shape, PixelType type, Metadata metadata, MemorySegment pixels, Owner owner) {
        this.shape = shape;
        this.type = type;
        this.metadata = metadata;
        this.pixels = pixels.asReadOnly();
        this.owner = owner;
    }

    /**
     * Presents pixels that live in {@code arena}. The stack owns the arena and closes it.
     *
     * @param pixels {@code (T, H, W, C)} in C order, exactly as long as the shape says
     */
    public static MemoryStack owning(
            Arena arena, MemorySegment pixels, Shape shape, PixelType type, Metadata metadata) {
        return new MemoryStack(shape, type, metadata, checked(pixels, shape, type), arena::close);
    }

    /** Presents pixels that somebody else frees, or the garbage collector. Closing the stack does nothing. */
    public static MemoryStack of(MemorySegment pixels, Shape shape, PixelType type, Metadata metadata) {
        return new MemoryStack(shape, type, metadata, checked(pixels, shape, type), () -> {});
    }

    /** Copies equally shaped frames into a stack of their own, which the garbage collector frees. */
    public static MemoryStack copyOf(List<Frame> frames, Metadata metadata) {
        Frame first = frames.getFirst();
        long bytes = first.pixels().byteSize();
        MemorySegment all = Arena.ofAuto().allocate(bytes * frames.size(), 64);
        for (int t = 0; t < frames.size(); t++) {
            Frame frame = frames.get(t);
            if (!frame.shape().equals(first.shape()) || frame.type() != first.type()) {
                throw new IllegalArgumentException("frame " + t + " is " + frame.type() + " " + frame.shape()
                        + ", frame 0 is " + first.type() + " " + first.shape());
            }
            MemorySegment.copy(frame.pixels(), 0, all, t * bytes, bytes);
        }
        return of(all, first.shape().withFrames(frames.size()), first.type(), metadata);
    }

    private static MemorySegment checked(MemorySegment pixels, Shape shape, PixelType type) {
        long need = Math.multiplyExact(shape.samples(), type.bytes());
        if (pixels.byteSize() != need) {
            throw new IllegalArgumentException(
                    "a " + type + " stack of " + shape + " needs " + need + " bytes, got " + pixels.byteSize());
        }
        return pixels;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public PixelType type() {
        return type;
    }

    @Override
    public Metadata metadata() {
        return metadata;
    }

    @Override
    public Optional<MemorySegment> contiguous() {
        return Optional.of(pixels);
    }

    @Override
    public Cursor cursor() {
        return new Slices();
    }

    @Override
    public void close() throws IOException {
        owner.free();
    }

    private final class Slices implements Cursor {
        @Override
        public Frame frame(long index) {
            Objects.checkIndex(index, shape.frames());
            long bytes = (long) shape.samplesPerFrame() * type.bytes();
            return Frame.of(shape, type, pixels.asSlice(index * bytes, bytes));
        }

        @Override
        public void close() {}
    }

    private interface Owner {
        void free() throws IOException;
    }
}
