package org.tachyscope.core;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Exporter;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Content;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.FrameByFrame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;

/** Small contributions that do real work, so that core is tested without the bundles that depend on it. */
public final class Fakes {

    private Fakes() {}

    /** Returns a catalog of all of them. */
    public static Catalog catalog() {
        return Catalog.of(new Bytes(), new Minus(), new Total(), new Raw(), new Text());
    }

    /** Takes no parameters. */
    public record None() {}

    /** Opens files {@code .bytes} as U8 frames of 2 × 2 pixels. */
    @Contribution(id = "bytes", label = "Raw bytes")
    public static final class Bytes implements Loader<Bytes.Params> {

        /** Skips leading bytes. */
        public record Params(
                @Param(label = "Skip", min = 0, unit = "bytes")
                int skip) {}

        @Override
        public Params defaults() {
            return new Params(0);
        }

        @Override
        public int score(Probe probe) {
            return probe.extension().equals("bytes") ? CERTAIN : NO;
        }

        @Override
        public Plan plan(Path source, Params params, Progress progress) throws IOException {
            byte[] all = Files.readAllBytes(source);
            byte[] pixels = java.util.Arrays.copyOfRange(all, params.skip(), all.length);
            Shape shape = new Shape(pixels.length / 4, 2, 2, 1);
            return new Whole(shape, MemorySegment.ofArray(pixels), String.valueOf(source.getFileName()));
        }
    }

    private record Whole(Shape shape, MemorySegment pixels, String name) implements Plan {
        @Override
        public PixelType type() {
            return PixelType.U8;
        }

        @Override
        public Cost cost() {
            return new Cost(pixels.byteSize(), 0, pixels.byteSize(), Access.LOADED);
        }

        @Override
        public List<Loss> losses() {
            return List.of();
        }

        @Override
        public List<String> notes() {
            return List.of("four bytes are a frame");
        }

        @Override
        public Stack open(Progress progress) {
            return MemoryStack.of(pixels, shape, PixelType.U8, Metadata.named(name));
        }
    }

    /** Subtracts a number from every pixel. */
    @Contribution(id = "minus", label = "Minus")
    public static final class Minus implements Operation<Minus.Params> {

        /** Names the number. */
        public record Params(@Param(label = "Number") double number) {}

        @Override
        public Params defaults() {
            return new Params(1);
        }

        @Override
        public Stack apply(Stack input, Params params) {
            return new FrameByFrame(input, input.shape(), PixelType.F32, (in, out) -> {
                for (int i = 0; i < in.samples(); i++) {
                    out.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) (in.sample(i) - params.number()));
                }
            });
        }
    }

    /** Adds up all frames; insists on a box that lies inside the frame. */
    @Contribution(id = "total", label = "Total")
    public static final class Total implements Reduction<Total.Params> {

        /** Names a box. */
        public record Params(@Param(label = "ROI") Box box) {}

        @Override
        public Params defaults() {
            return new Params(new Box(0, 0, 1, 1));
        }

        @Override
        public Fold fold(Shape shape, PixelType type, Params params) {
            params.box().checkInside(shape);
            return new Fold.OfMoments(Set.of(Moment.SUM), PixelType.F32, Total::finish);
        }

        private static void finish(Moments moments, MemorySegment out) {
            for (int i = 0; i < moments.samples(); i++) {
                double sum = switch (moments) {
                    case Moments.Exact exact -> exact.sum()[i];
                    case Moments.Floating floating -> floating.sum()[i];
                };
                out.set(ValueLayout.JAVA_FLOAT_UNALIGNED, 4L * i, (float) sum);
            }
        }
    }

    /** Writes the samples of a frame as little-endian float32. */
    @Contribution(id = "raw", label = "Raw floats")
    public static final class Raw implements Exporter<None> {
        @Override
        public None defaults() {
            return new None();
        }

        @Override
        public List<String> extensions() {
            return List.of("raw");
        }

        @Override
        public boolean accepts(Content content) {
            return content instanceof Frame;
        }

        @Override
        public void write(Job<None> job, Progress progress) throws IOException {
            Frame frame = (Frame) job.content();
            java.nio.ByteBuffer bytes =
                    java.nio.ByteBuffer.allocate(4 * frame.samples()).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < frame.samples(); i++) {
                bytes.putFloat((float) frame.sample(i));
            }
            Files.write(job.file(), bytes.array());
        }
    }

    /** Writes what is known about a frame. */
    @Contribution(id = "text", label = "Text")
    public static final class Text implements Exporter<Text.Params> {

        /** Chooses a separator. */
        public record Params(@Param(label = "Separator") String separator) {}

        @Override
        public Params defaults() {
            return new Params(";");
        }

        @Override
        public List<String> extensions() {
            return List.of("txt", "raw");
        }

        @Override
        public boolean accepts(Content content) {
            return true;
        }

        @Override
        public void write(Job<Params> job, Progress progress) throws IOException {
            String text = job.metadata().name()
                    + job.params().separator()
                    + job.metadata().losses();
            Files.write(job.file(), text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
