package org.tachyscope.core.internal.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.fold.FloatRun;
import org.tachyscope.api.fold.Moment;

/**
 * Chooses the kernels of the moment. Vector loops are the fastest, but only when Java has compiled them, which takes part of a
 * second of a processor; until then they are hundreds of times slower than scalar ones. So work starts with scalar loops. When
 * so much has been folded, or is about to be, that vector loops pay, a daemon thread exercises them on a small tile until they
 * win. As both give the same bits, work in progress may switch.
 *
 * <p>Safe for any thread. There is one choice for all, because what it waits for belongs to the whole Java process.
 */
public final class KernelChoice {

    /** Bytes from which on vector loops gain more than compiling them costs: a second and more of one processor. */
    static final long WORTH_BYTES = 1L << 32;

    private static final int SAMPLES = 1024;
    private static final int FRAMES = 27;

    private static final KernelChoice ALL = new KernelChoice();

    private final Map<Work, Long> bytes = new ConcurrentHashMap<>();
    private final Set<Work> begun = ConcurrentHashMap.newKeySet();
    private final Set<Work> ready = ConcurrentHashMap.newKeySet();
    private final Executor oneAtATime;

    KernelChoice() {
        ThreadFactory daemons =
                Thread.ofPlatform().daemon().name("tachyscope-exercise").factory();
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons);
        executor.allowCoreThreadTimeOut(true);
        oneAtATime = executor;
    }

    /** Returns the choice. */
    public static KernelChoice shared() {
        return ALL;
    }

    /** Says what kernels are for. */
    private sealed interface Work {
        record Columns(PixelType type, Set<Moment> needs) implements Work {}

        record FloatRuns() implements Work {}
    }

    /**
     * Returns what always returns the kernels that are the fastest by now. Begins to exercise the vector loops if that pays.
     *
     * @param stackBytes bytes that are about to be folded
     */
    public Supplier<Kernels> kernels(PixelType type, Set<Moment> needs, long stackBytes) {
        Kernels scalar = Kernels.all().getFirst();
        Kernels fastest = Kernels.all().getLast();
        if (scalar == fastest || needs.isEmpty()) {
            return () -> scalar;
        }
        BooleanSupplier vectors = vectors(new Work.Columns(type, Needs.closed(needs)), stackBytes);
        return () -> vectors.getAsBoolean() ? fastest : scalar;
    }

    /**
     * Returns what tells whether {@link VectorRuns} is faster than {@link FloatRun} by now. Begins to exercise it if that pays.
     *
     * @param stackBytes bytes that are about to be added up
     */
    public BooleanSupplier floatRuns(long stackBytes) {
        return Kernels.all().size() == 1 ? () -> false : vectors(new Work.FloatRuns(), stackBytes);
    }

    private BooleanSupplier vectors(Work work, long stackBytes) {
        if (bytes.merge(work, stackBytes, Long::sum) >= WORTH_BYTES && begun.add(work)) {
            oneAtATime.execute(() -> exercise(work));
        }
        AtomicBoolean sure = new AtomicBoolean();
        return () -> sure.get() || ready(work, sure);
    }

    /** Tells whether the vector loops for this work are, or were, exercised. */
    boolean exercising(PixelType type, Set<Moment> needs) {
        return begun.contains(new Work.Columns(type, Needs.closed(needs)));
    }

    private boolean ready(Work work, AtomicBoolean sure) {
        boolean now = ready.contains(work);
        sure.set(now);
        return now;
    }

    private void exercise(Work work) {
        try (Arena arena = Arena.ofShared()) {
            Race race = switch (work) {
                case Work.Columns columns -> ofColumns(columns, arena);
                case Work.FloatRuns _ -> ofFloatRuns(arena);
            };
            if (race.newerWins()) {
                ready.add(work);
            }
        }
    }

    private static Race ofColumns(Work.Columns work, Arena arena) {
        long stride = (long) SAMPLES * work.type.bytes();
        List<Tile> tiles = Ground.pieces(stride * FRAMES, arena).stream()
                .map(pixels -> new Tile(pixels, 0, stride, FRAMES, SAMPLES))
                .toList();
        Kernels scalar = Kernels.all().getFirst();
        Kernels vector = Kernels.all().getLast();
        return new Race(loop(work, scalar, tiles, arena), loop(work, vector, tiles, arena));
    }

    private static Runnable loop(Work.Columns work, Kernels kernels, List<Tile> tiles, Arena arena) {
        TileMoments moments = TileMoments.of(work.type, work.needs, SAMPLES, () -> kernels, arena);
        return () -> {
            for (Tile tile : tiles) {
                moments.start(SAMPLES);
                moments.add(tile);
                moments.moments();
            }
        };
    }

    private static Race ofFloatRuns(Arena arena) {
        List<MemorySegment> pieces = Ground.pieces(4L * SAMPLES, arena);
        return new Race(
                () -> pieces.forEach(piece -> FloatRun.sum(piece, 0, SAMPLES)),
                () -> pieces.forEach(piece -> VectorRuns.sumOfFloats(piece, 0, SAMPLES)));
    }
}
