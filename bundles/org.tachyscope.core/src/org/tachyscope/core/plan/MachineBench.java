package org.tachyscope.core.plan;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Progress;
import org.tachyscope.api.Reduction;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.Fold;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.core.Catalog;
import org.tachyscope.core.Contributed;
import org.tachyscope.core.run.Runner;

/**
 * Measures a machine: its memory, and each reduction and operation of the catalog with the parameters it begins with, on 64 MiB
 * of noise of each pixel type. Rates are the best of several runs. What refuses such a stack is left out.
 */
public final class MachineBench {

    private static final long BYTES = 64L << 20;
    private static final int SIDE = 512;

    private final Catalog catalog;
    private final Runner runner;
    private final int threads;
    private final Predicate<String> wanted;
    private final long nanos;

    /**
     * Prepares to measure.
     *
     * @param threads number of threads that work together, at least 1
     * @param wanted tells which ids to measure
     * @param seconds time that is spent on each rate, at least
     */
    public MachineBench(Catalog catalog, int threads, Predicate<String> wanted, double seconds) {
        this.catalog = catalog;
        this.runner = new Runner(threads);
        this.threads = threads;
        this.wanted = wanted;
        nanos = (long) (seconds * 1e9);
    }

    /** Holds the rates of a kind of contribution while they are measured. */
    private record Rates(Map<String, Map<PixelType, Double>> byId) {
        void put(String id, PixelType type, double rate) {
            byId.computeIfAbsent(id, _ -> new EnumMap<>(PixelType.class)).put(type, rate);
        }
    }

    /**
     * Measures.
     *
     * @param progress counts contributions
     * @throws CancellationException if the user cancelled
     */
    public Profile profile(Progress progress) throws IOException {
        progress.step("measuring memory");
        Map<String, Double> memory = new MemoryBench(threads, nanos).rates(progress);
        Rates reductions = new Rates(new TreeMap<>());
        Rates operations = new Rates(new TreeMap<>());
        for (PixelType type : PixelType.values()) {
            try (Arena arena = Arena.ofShared()) {
                Stack noise = noise(type, arena);
                each(
                        catalog.reductions(),
                        one -> reductions.put(one.id(), type, reduction(noise, one.service(), progress)),
                        progress);
                each(
                        catalog.operations(),
                        one -> operations.put(one.id(), type, operation(noise, one.service(), progress)),
                        progress);
            }
        }
        return new Profile(
                LocalDate.now().toString(),
                processor(),
                threads,
                memory,
                reductions.byId(),
                operations.byId(),
                Map.of());
    }

    /** Measures one contribution. */
    @FunctionalInterface
    private interface Measuring<S> {
        void measure(Contributed<S> one) throws IOException;
    }

    private <S> void each(List<Contributed<S>> all, Measuring<S> measuring, Progress progress) throws IOException {
        for (Contributed<S> one : all) {
            progress.checkCancelled();
            if (wanted.test(one.id())) {
                progress.step("measuring " + one.id());
                try {
                    measuring.measure(one);
                } catch (IllegalArgumentException e) {
                    // refuses such a stack with the parameters it begins with: there is nothing to measure
                }
            }
        }
    }

    /** Repeats until it gets no faster: Java compiles loops while they run. */
    private double rate(Stack stack, Fold fold, Progress progress) throws IOException {
        long best = Long.MAX_VALUE;
        long now = System.nanoTime();
        for (long improved = now; now - improved < nanos || best == Long.MAX_VALUE; ) {
            runner.run(stack, List.of(fold), progress.silent());
            progress.checkCancelled();
            long end = System.nanoTime();
            improved = end - now < 0.97 * best ? end : improved;
            best = Math.min(best, end - now);
            now = end;
        }
        return BYTES / (best / 1e9);
    }

    private static Stack noise(PixelType type, Arena arena) {
        MemorySegment pixels = arena.allocate(BYTES, 64);
        SplittableRandom random = new SplittableRandom(1);
        for (long at = 0; at < BYTES; at += 8) {
            switch (type) {
                case U8, U16 -> pixels.set(ValueLayout.JAVA_LONG, at, random.nextLong());
                case F32 -> {
                    pixels.set(ValueLayout.JAVA_FLOAT, at, (float) random.nextDouble());
                    pixels.set(ValueLayout.JAVA_FLOAT, at + 4, (float) random.nextDouble());
                }
            }
        }
        Shape shape = new Shape(BYTES / (SIDE * SIDE * type.bytes()), SIDE, SIDE, 1);
        return MemoryStack.of(pixels, shape, type, Metadata.named("noise"));
    }

    /** Returns what the operating system calls the processor. */
    private static String processor() throws IOException {
        Path linux = Path.of("/proc/cpuinfo");
        if (Files.isReadable(linux)) {
            try (Stream<String> lines = Files.lines(linux)) {
                Optional<String> name =
                        lines.filter(line -> line.startsWith("model name")).findFirst();
                if (name.isPresent()) {
                    return name.get().replaceFirst("[^:]*:\\s*", "");
                }
            }
        }
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        return windows == null ? System.getProperty("os.arch", "unknown") : windows;
    }

    private <P extends Record> double reduction(Stack noise, Reduction<P> reduction, Progress progress)
            throws IOException {
        return rate(noise, reduction.fold(noise.shape(), noise.type(), reduction.defaults()), progress);
    }

    private <P extends Record> double operation(Stack noise, Operation<P> operation, Progress progress)
            throws IOException {
        try (Stack result = operation.apply(noise, operation.defaults())) {
            PixelType type = result.type();
            Fold max = new Fold.OfMoments(
                    Set.of(Moment.MAX),
                    type,
                    (moments, out) -> out.copyFrom(moments.max().asSlice(0, out.byteSize())));
            return rate(result, max, progress);
        }
    }
}
