package org.tachyscope.core.internal.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.pixel.PixelChain;
import org.tachyscope.api.pixel.PixelMath;

/**
 * Chooses the loops of per-pixel steps, like {@link KernelChoice}: plain ones first; once so many samples are to be computed
 * that vectors pay, a daemon thread exercises those until they win. Both give the same bits. Safe for any thread.
 */
public final class MathChoice {

    /** Samples from which on vector loops gain more than compiling them costs. */
    private static final long WORTH_SAMPLES = 1L << 27;

    private static final MathChoice ALL = new MathChoice();

    private final PixelMath plain = PixelMath.plain();
    private final AtomicLong samples = new AtomicLong();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile PixelMath fastest = plain;

    MathChoice() {}

    /** Returns the choice. */
    public static MathChoice shared() {
        return ALL;
    }

    /** Returns all loops that this Java can run, the fastest last. */
    static PixelMath[] all() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? new PixelMath[] {PixelMath.plain(), new VectorMath()} : new PixelMath[] {PixelMath.plain()};
    }

    /**
     * Returns what always returns the loops that are the fastest by now. Begins to exercise the vector ones if that pays.
     *
     * @param coming samples that are about to be computed
     */
    public Supplier<PixelMath> math(long coming) {
        if (samples.addAndGet(coming) >= WORTH_SAMPLES && begun.compareAndSet(false, true) && all().length > 1) {
            Thread.ofPlatform().daemon().name("tachyscope-exercise-math").start(this::exercise);
        }
        return () -> fastest;
    }

    private void exercise() {
        PixelMath vector = all()[1];
        try (Arena arena = Arena.ofShared()) {
            Exercise exercise = new Exercise(arena);
            if (exercise.wins(vector, plain)) {
                fastest = vector;
            }
        }
    }

    /** Runs all loops on a piece of each pixel type. */
    private static final class Exercise {

        private static final long PATIENCE_NANOS = 60_000_000_000L;

        private final MemorySegment memory;
        private final float[] samples = new float[PixelChain.PIECE];
        private final float[] divisors = new float[PixelChain.PIECE];

        Exercise(Arena arena) {
            memory = arena.allocate(4L * PixelChain.PIECE, 64);
            Arrays.fill(divisors, 3);
        }

        boolean wins(PixelMath vector, PixelMath plain) {
            long start = System.nanoTime();
            int wins = 0;
            while (wins < 10 && System.nanoTime() - start < PATIENCE_NANOS) {
                wins = nanos(vector) < nanos(plain) ? wins + 1 : 0;
            }
            return wins == 10;
        }

        private long nanos(PixelMath math) {
            long start = System.nanoTime();
            for (PixelType type : PixelType.values()) {
                for (int i = 0; i < 16; i++) {
                    math.load(memory, 0, type, samples, samples.length);
                    math.divide(samples, divisors, samples.length, 0);
                    math.round(samples, samples.length, 255);
                    math.store(samples, samples.length, type, memory, 0);
                }
            }
            math.select(samples, samples.length, 1, 0, 255);
            for (int i = 0; i < 16; i++) {
                math.slide(memory, memory, PixelType.U8, samples, 3, memory);
                math.slide(memory, memory, PixelType.U16, samples, 3, memory);
            }
            return System.nanoTime() - start;
        }
    }
}
