package org.tachyscope.ops;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Timing;

/**
 * Shows every {@code step}-th frame of a stack: frame t is frame {@code from + t step} of the input. Names and times follow, and frames that are
 * left out are a loss.
 *
 * @param input stays open when this is closed
 * @param from first frame, inside the input
 * @param step at least 1
 * @param count number of frames, at least 1; the last one lies inside the input
 */
public record Every(Stack input, long from, long step, long count) implements Stack {

    @Override
    public Shape shape() {
        return input.shape().withFrames(count);
    }

    @Override
    public PixelType type() {
        return input.type();
    }

    @Override
    public Metadata metadata() {
        Metadata metadata = input.metadata();
        Metadata some = metadata.withFrameNames(names(metadata.frameNames())).withTiming(timing(metadata.timing()));
        long left = input.shape().frames() - count;
        return left == 0
                ? some
                : some.withLoss(new Loss(
                        Loss.Kind.SKIPPED, left, words() + ": " + left + " of " + (left + count) + " are left out"));
    }

    private String words() {
        return "frames " + from + " … " + (from + (count - 1) * step) + (step == 1 ? "" : ", every " + step);
    }

    private List<String> names(List<String> names) {
        return names.isEmpty()
                ? names
                : IntStream.range(0, (int) count)
                        .mapToObj(t -> names.get((int) (from + t * step)))
                        .toList();
    }

    private Timing timing(Timing timing) {
        return switch (timing) {
            case Timing.Unknown unknown -> unknown;
            case Timing.Uniform(double start, double seconds) ->
                new Timing.Uniform(start + from * seconds, step * seconds);
            case Timing.Listed listed ->
                new Timing.Listed(LongStream.range(0, count)
                        .mapToDouble(t -> listed.seconds(from + t * step).orElseThrow())
                        .toArray());
        };
    }

    @Override
    public Optional<MemorySegment> contiguous() {
        long bytes = (long) input.shape().samplesPerFrame() * input.type().bytes();
        return step == 1 || count == 1
                ? input.contiguous().map(all -> all.asSlice(from * bytes, count * bytes))
                : Optional.empty();
    }

    /** Frame t lies behind frame t of the input, the more so the later it is. */
    @Override
    public Optional<Origin> origin() {
        long last = from + (count - 1) * step;
        Origin.Reach behind = new Origin.Reach(0, last - (count - 1));
        return Optional.of(new Origin(words(), List.of(input), behind, Origin.Reach.NONE, 0));
    }

    @Override
    public boolean readsParts() {
        return input.readsParts();
    }

    @Override
    public Cursor cursor() throws IOException {
        return new Some(input.cursor());
    }

    private long there(long index) {
        return from + Objects.checkIndex(index, count) * step;
    }

    private final class Some implements Cursor {
        private final Cursor all;

        Some(Cursor all) {
            this.all = all;
        }

        @Override
        public Frame frame(long index) throws IOException {
            return all.frame(there(index));
        }

        @Override
        public void read(long index, MemorySegment out) throws IOException {
            all.read(there(index), out);
        }

        @Override
        public void read(long index, int first, int samples, MemorySegment out) throws IOException {
            all.read(there(index), first, samples, out);
        }

        @Override
        public void close() {
            all.close();
        }
    }
}
