package org.tachyscope.ops.pixel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;
import org.tachyscope.api.pixel.PixelMath;
import org.tachyscope.api.pixel.SampleReader;

/**
 * Makes each pixel's channels from those of the same pixel in the input, some hundred pixels at a time.
 *
 * @param words what is done
 * @param channels channels of the result
 * @param mix the rule
 */
record ChannelStack(String words, Stack input, int channels, Mix mix) implements Stack {

    /** Makes channels of the input's pixel type. Called by many threads at a time. */
    @FunctionalInterface
    interface Mix {
        /**
         * Writes {@code pixels} pixels.
         *
         * @param in channels interleaved
         * @param out channels interleaved; whole numbers of the type's range for U8 and U16
         */
        void mix(float[] in, float[] out, int pixels);
    }

    @Override
    public Shape shape() {
        Shape shape = input.shape();
        return new Shape(shape.frames(), shape.height(), shape.width(), channels);
    }

    @Override
    public PixelType type() {
        return input.type();
    }

    @Override
    public Metadata metadata() {
        int before = input.shape().channels();
        return channels >= before
                ? input.metadata()
                : input.metadata()
                        .withLoss(new Loss(
                                Loss.Kind.CONVERTED,
                                input.shape().frames(),
                                words + ": " + before + " channels to " + channels));
    }

    @Override
    public Optional<Origin> origin() {
        long bytes = (long) PixelChain.PIECE * Float.BYTES * 2;
        return Optional.of(new Origin(words, List.of(input), Origin.Reach.NONE, Origin.Reach.NONE, bytes));
    }

    @Override
    public boolean readsParts() {
        return input.readsParts();
    }

    @Override
    public Cursor cursor() throws IOException {
        return new Mixing(SampleReader.of(input));
    }

    private final class Mixing implements Cursor {
        private final SampleReader reader;
        private final PixelMath math = PixelMath.plain();
        private final int step =
                Math.max(1, PixelChain.PIECE / Math.max(channels, input.shape().channels()));
        private final float[] in = new float[step * input.shape().channels()];
        private final float[] out = new float[step * channels];
        private final Arena arena = Arena.ofConfined();
        private final List<MemorySegment> own = new ArrayList<>();

        Mixing(SampleReader reader) {
            this.reader = reader;
        }

        @Override
        public Frame frame(long index) throws IOException {
            Objects.checkIndex(index, input.shape().frames());
            if (own.isEmpty()) {
                own.add(arena.allocate((long) shape().samplesPerFrame() * type().bytes(), 64));
            }
            read(index, own.getFirst());
            return Frame.of(shape(), type(), own.getFirst().asReadOnly());
        }

        @Override
        public void read(long index, MemorySegment into) throws IOException {
            read(index, 0, shape().samplesPerFrame(), into);
        }

        /** Makes whole pixels and keeps the samples that were asked for. */
        @Override
        public void read(long index, int first, int samples, MemorySegment into) throws IOException {
            Objects.checkFromIndexSize(first, samples, shape().samplesPerFrame());
            reader.frame(index);
            int end = first + samples;
            for (int pixel = first / channels; pixel * channels < end; pixel += step) {
                int count = Math.min(step, (end - 1) / channels + 1 - pixel);
                reader.read(
                        pixel * input.shape().channels(),
                        in,
                        count * input.shape().channels());
                mix.mix(in, out, count);
                keep(pixel * channels, count * channels, first, end, into);
            }
        }

        private void keep(int at, int count, int first, int end, MemorySegment into) {
            int from = Math.max(0, first - at);
            int until = Math.min(count, end - at);
            if (from > 0) {
                System.arraycopy(out, from, out, 0, until - from);
            }
            math.store(out, until - from, type(), into, (long) (at + from - first) * type().bytes());
        }

        @Override
        public void close() {
            reader.close();
            arena.close();
        }
    }
}
