package org.tachyscope.core.recipe;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Loader;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.Plan;
import org.tachyscope.api.Probe;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Loads ten frames of 2 × 2 pixels, frame t full of t, all of them or one by one; remembers which were decoded. */
@Contribution(id = "films", label = "Films")
public final class Films implements Loader<Films.None> {

    private final Set<Long> decoded = new ConcurrentSkipListSet<>();

    /** Takes no parameters. */
    public record None() {}

    /** Returns the frames that were decoded one by one. */
    public Set<Long> decoded() {
        return decoded;
    }

    @Override
    public None defaults() {
        return new None();
    }

    @Override
    public int score(Probe probe) {
        return CERTAIN;
    }

    @Override
    public Plan plan(Path source, None params, Progress progress) {
        return new Film(new Plan.Cost(40, 0, 40, Plan.Access.LOADED));
    }

    private final class Film implements Plan {
        private final Cost cost;

        Film(Cost cost) {
            this.cost = cost;
        }

        @Override
        public Shape shape() {
            return new Shape(10, 2, 2, 1);
        }

        @Override
        public PixelType type() {
            return PixelType.U8;
        }

        @Override
        public Cost cost() {
            return cost;
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
        public Optional<Plan> onDemand() {
            return Optional.of(new Film(new Cost(0, 0, 0, Access.DECODED)));
        }

        @Override
        public Stack open(Progress progress) {
            MemorySegment all = Arena.ofAuto().allocate(40);
            for (long i = 0; i < 40; i++) {
                all.set(ValueLayout.JAVA_BYTE, i, (byte) (i / 4));
            }
            Stack loaded = MemoryStack.of(all, shape(), type(), Metadata.named("film"));
            return cost.memoryBytes() > 0 ? loaded : new OneByOne(loaded, decoded);
        }
    }

    private record OneByOne(Stack film, Set<Long> decoded) implements Stack {
        @Override
        public Shape shape() {
            return film.shape();
        }

        @Override
        public PixelType type() {
            return film.type();
        }

        @Override
        public Metadata metadata() {
            return film.metadata();
        }

        @Override
        public Cursor cursor() throws IOException {
            Cursor all = film.cursor();
            return new Cursor() {
                @Override
                public Frame frame(long index) throws IOException {
                    decoded.add(index);
                    return all.frame(index);
                }

                @Override
                public void close() {
                    all.close();
                }
            };
        }
    }

    /** Takes every so many frames. */
    @Contribution(id = "frames", label = "Frames")
    public static final class Frames implements Operation<Frames.Params> {

        /** Names the frames. */
        public record Params(
                @Param(label = "From") long from,
                @Param(label = "To") long to,
                @Param(label = "Step") long step) {}

        @Override
        public Params defaults() {
            return new Params(0, -1, 1);
        }

        @Override
        public Stack apply(Stack input, Params params) {
            long to = params.to() < 0 ? input.shape().frames() - 1 : params.to();
            return new Some(input, params, (to - params.from()) / params.step() + 1);
        }
    }

    private record Some(Stack input, Frames.Params params, long count) implements Stack {
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
            return input.metadata().withLoss(new Loss(Loss.Kind.SKIPPED, 10 - count, "some"));
        }

        @Override
        public Cursor cursor() throws IOException {
            Cursor all = input.cursor();
            return new Cursor() {
                @Override
                public Frame frame(long index) throws IOException {
                    return all.frame(params.from() + index * params.step());
                }

                @Override
                public void close() {
                    all.close();
                }
            };
        }
    }
}
