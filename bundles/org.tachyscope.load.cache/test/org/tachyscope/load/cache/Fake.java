package org.tachyscope.load.cache;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.tachyscope.api.Destination;
import org.tachyscope.api.DiskCache;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Decodes a source of one byte a frame into frames of that value, and counts how often it did. */
final class Fake {

    static final int HEIGHT = 3;
    static final int WIDTH = 70;

    private Fake() {}

    /** Looks at a source. */
    static Decoding plan(Path source, Metadata metadata) throws IOException {
        byte[] values = Files.readAllBytes(source);
        return new Decoding(
                source, new Shape(values.length, HEIGHT, WIDTH, 1), metadata, new AtomicInteger(), () -> {});
    }

    static Decoding plan(Path source) throws IOException {
        return plan(source, Metadata.named("fake"));
    }

    static DiskCache.Key key(Path source) {
        return new DiskCache.Key(source, "fake 1", "");
    }

    static Path source(Path folder, String name, int... values) throws IOException {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Files.write(folder.resolve(name), bytes);
    }

    static FileCache cache(Path folder) {
        return new FileCache(folder, OptionalLong.of(1 << 30));
    }

    /** Opens a source through a cache. */
    static Stack open(DiskCache cache, Path source) throws IOException {
        return cache.through(key(source), plan(source)).open(Progress.none());
    }

    /** Happens before every frame. */
    interface Before {
        void frame() throws IOException;
    }

    record Decoding(Path source, Shape shape, Metadata metadata, AtomicInteger opened, Before before) implements Plan {

        Decoding before(Before what) {
            return new Decoding(source, shape, metadata, opened, what);
        }

        @Override
        public PixelType type() {
            return PixelType.U8;
        }

        @Override
        public Cost cost() {
            return new Cost(0, 0, shape.frames(), Access.DECODED);
        }

        @Override
        public List<Loss> losses() {
            return metadata.losses();
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public Stack open(Progress progress) throws IOException {
            opened.incrementAndGet();
            return new Decoded(this, Files.readAllBytes(source));
        }
    }

    private record Decoded(Decoding plan, byte[] values) implements Stack {
        @Override
        public Shape shape() {
            return plan.shape;
        }

        @Override
        public PixelType type() {
            return PixelType.U8;
        }

        @Override
        public Metadata metadata() {
            return plan.metadata;
        }

        @Override
        public Cursor cursor() {
            MemorySegment frame = Arena.ofAuto().allocate(HEIGHT * WIDTH);
            return new Cursor() {
                @Override
                public Frame frame(long index) throws IOException {
                    plan.before.frame();
                    frame.fill(values[Math.toIntExact(index)]);
                    return Frame.of(plan.shape, PixelType.U8, frame);
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Decodes into a destination, all frames but those of value 0, which are closed up; says so of all or none. */
    record Whole(Decoding decoding, boolean tells) implements Plan {
        @Override
        public Shape shape() {
            return decoding.shape;
        }

        @Override
        public PixelType type() {
            return PixelType.U8;
        }

        @Override
        public Cost cost() {
            return new Cost(shape().samples(), 0, shape().frames(), Access.LOADED);
        }

        @Override
        public List<Loss> losses() {
            return List.of();
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public Stack open(Progress progress) {
            throw new AssertionError("a destination was there");
        }

        @Override
        public Stack open(Progress progress, Destination destination) throws IOException {
            byte[] values = Files.readAllBytes(decoding.source);
            MemorySegment all = destination.allocate(shape(), type());
            long bytes = shape().samplesPerFrame();
            for (int t = 0; t < values.length; t++) {
                all.asSlice(t * bytes, bytes).fill(values[t]);
                if (tells) {
                    destination.completed(t);
                }
            }
            long to = 0;
            for (int t = 0; t < values.length; t++) {
                if (values[t] != 0) {
                    all.asSlice(to++ * bytes, bytes).fill(values[t]);
                }
            }
            Metadata metadata = to == values.length
                    ? decoding.metadata
                    : decoding.metadata.withLoss(new Loss(Loss.Kind.SKIPPED, values.length - to, "zeros are broken"));
            return MemoryStack.of(all.asSlice(0, to * bytes), shape().withFrames(to), type(), metadata);
        }
    }

    /** Returns the first sample of every frame. */
    static List<Integer> values(Stack stack) throws IOException {
        try (Cursor cursor = stack.cursor()) {
            List<Integer> values = new java.util.ArrayList<>();
            for (long t = 0; t < stack.shape().frames(); t++) {
                MemorySegment pixels = cursor.frame(t).pixels();
                values.add(pixels.get(ValueLayout.JAVA_BYTE, pixels.byteSize() - 1) & 0xff);
            }
            return values;
        }
    }
}
