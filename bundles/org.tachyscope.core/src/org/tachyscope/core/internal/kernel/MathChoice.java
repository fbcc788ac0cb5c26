package org.tachyscope.core.internal.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
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
            List<MemorySegment> pieces = Ground.pieces(4L * PixelChain.PIECE, arena);
            MemorySegment out = arena.allocate(4L * PixelChain.PIECE, 64);
            if (new Race(loop(plain, pieces, out), loop(vector, pieces, out)).newerWins()) {
                fastest = vector;
            }
        }
    }

    /** Returns what runs the loops on a piece of each pixel type. */
    private static Runnable loop(PixelMath math, List<MemorySegment> pieces, MemorySegment out) {
        float[] samples = new float[PixelChain.PIECE];
        float[] divisors = new float[PixelChain.PIECE];
        Arrays.fill(divisors, 3);
        return () -> {
            for (MemorySegment piece : pieces) {
                for (PixelType type : PixelType.values()) {
                    for (int i = 0; i < 16; i++) {
                        math.load(piece, 0, type, samples, samples.length);
                        math.divide(samples, divisors, samples.length, 0);
                        math.round(samples, samples.length, 255);
                        math.store(samples, samples.length, type, out, 0);
                    }
                }
                math.select(samples, samples.length, 1, 0, 255);
                for (int i = 0; i < 16; i++) {
                    math.slide(piece, piece, PixelType.U8, samples, 3, out);
                    math.slide(piece, piece, PixelType.U16, samples, 3, out);
                }
            }
        };
    }
}
