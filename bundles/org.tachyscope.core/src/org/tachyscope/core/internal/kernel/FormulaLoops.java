package org.tachyscope.core.internal.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.pixel.FormulaLoop;
import org.tachyscope.api.pixel.Formulas;

/**
 * Makes one loop for each kind of chain that many samples go through, and has Java compile it in the background. Safe for any
 * thread.
 */
final class FormulaLoops {

    /** Samples from which on a loop gains more than compiling it costs. */
    private static final long WORTH_SAMPLES = 1L << 25;

    /** Bounds the classes that are made. */
    private static final int MOST_KINDS = 200;

    private static final int PIECE = 1 << 13;

    /** A loop that isn't compiled takes hundreds of times as long as loading and storing; one that is, about as long. */
    private static final int FAR = 3;

    private final VectorMath math;
    private final Map<Kind, State> states = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor oneAtATime;

    FormulaLoops(VectorMath math) {
        this.math = math;
        ThreadFactory daemons =
                Thread.ofPlatform().daemon().name("tachyscope-exercise-loops").factory();
        oneAtATime = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons);
        oneAtATime.allowCoreThreadTimeOut(true);
    }

    /** Says what a loop does, but for the numbers. */
    private record Kind(PixelType input, List<VectorStep> steps) {
        static Kind of(Formulas chain) {
            return new Kind(
                    chain.input(), chain.steps().stream().map(VectorStep::of).toList());
        }
    }

    private static final class State {
        private final AtomicLong samples = new AtomicLong();
        private volatile Optional<MethodHandle> ready = Optional.empty();
    }

    /** Returns the chain's loop if it is compiled, and counts the samples that are coming. */
    Optional<FormulaLoop> loop(Formulas chain, int coming) {
        if (chain.steps().size() > FormulaTerms.STEPS || !VectorLoad.can(chain.input())) {
            return Optional.empty();
        }
        Kind kind = Kind.of(chain);
        State state = states.size() < MOST_KINDS ? states.computeIfAbsent(kind, _ -> new State()) : states.get(kind);
        if (state == null) {
            return Optional.empty();
        }
        Optional<MethodHandle> ready = state.ready;
        if (ready.isEmpty()) {
            long before = state.samples.getAndAdd(coming);
            if (before < WORTH_SAMPLES && before + coming >= WORTH_SAMPLES) {
                oneAtATime.execute(() -> make(chain, kind, state));
            }
        }
        return ready.map(constructor -> of(constructor, chain));
    }

    private void make(Formulas chain, Kind kind, State state) {
        MethodHandle constructor = pattern(kind);
        FormulaLoop loop = of(constructor, chain);
        int count = Math.min(PIECE, chain.samples());
        try (Arena arena = Arena.ofShared()) {
            List<MemorySegment> pieces = Ground.pieces(4L * count, arena);
            MemorySegment out = arena.allocate(4L * count, 64);
            float[] samples = new float[count];
            Runnable known = () -> {
                for (int i = 0; i < FAR * pieces.size(); i++) {
                    math.load(pieces.getFirst(), 0, chain.input(), samples, count);
                    math.store(samples, count, PixelType.F32, out, 0);
                }
            };
            if (new Race(known, () -> pieces.forEach(in -> loop.run(in, 0, 0, count, out))).newerWins()) {
                state.ready = Optional.of(constructor);
            }
        }
    }

    /** Returns a loop, compiled or not. */
    static FormulaLoop of(Formulas chain) {
        return of(pattern(Kind.of(chain)), chain);
    }

    /** Hands the loop memory of one class only. */
    private static FormulaLoop of(MethodHandle constructor, Formulas chain) {
        FormulaLoop loop = made(constructor, new FormulaTerms(chain));
        return (in, offset, first, count, out) -> loop.run(Raw.plain(in), offset, first, count, Raw.plain(out));
    }

    private static FormulaLoop made(MethodHandle constructor, FormulaTerms terms) {
        try {
            return (FormulaLoop) constructor.invokeExact(terms);
        } catch (Throwable e) {
            throw new IllegalStateException("a loop can't be made", e);
        }
    }

    /** Makes a class of its own, and returns its constructor. */
    private static MethodHandle pattern(Kind kind) {
        List<Object> constants = new ArrayList<>(kind.steps());
        while (constants.size() < FormulaTerms.STEPS) {
            constants.add(new VectorStep.Nothing());
        }
        constants.add(VectorLoad.of(kind.input()));
        try (InputStream pattern = FormulaLoops.class.getResourceAsStream("VectorFormulaLoop.class")) {
            MethodHandles.Lookup hidden = MethodHandles.lookup()
                    .defineHiddenClassWithClassData(pattern.readAllBytes(), List.copyOf(constants), true);
            MethodType takesTerms = MethodType.methodType(void.class, FormulaTerms.class);
            return hidden.findConstructor(hidden.lookupClass(), takesTerms)
                    .asType(MethodType.methodType(FormulaLoop.class, FormulaTerms.class));
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("the pattern of loops can't be used", e);
        }
    }
}
