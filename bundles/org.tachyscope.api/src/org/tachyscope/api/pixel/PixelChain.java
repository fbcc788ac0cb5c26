package org.tachyscope.api.pixel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/**
 * Changes the samples of a stack step by step, in one pass:
 *
 * <pre>
 *   frame t of the input  ├───────────┬───────────┬─ …   cut into pieces that stay in the first-level cache
 *                               │ converted to float32 once
 *                         step 1, step 2, step 3 …       in place
 *                               │ stored once
 *   frame t of the result ├───────────┴───────────┴─ …
 * </pre>
 *
 * <p>A chain that begins with a chain takes over its steps, so operations that are applied one after another fuse. Between
 * steps samples are float32, which holds every U8 and U16 exactly; the result is that of the same steps with stacks in
 * between, bit for bit. Closing a chain frees what its last step opened, and leaves the input open.
 */
public final class PixelChain implements MathStack {

    /** Bounds the samples of a piece. */
    public static final int PIECE = 2048;

    private final Stack input;
    private final List<PixelStep> steps;
    private final List<Tally> tallies;
    private final PixelType type;
    private volatile @Nullable Optional<Counted> formulas;

    private PixelChain(Stack input, List<PixelStep> steps) {
        this.input = input;
        this.steps = List.copyOf(steps);
        this.tallies = steps.stream().map(_ -> new Tally()).toList();
        PixelType last = input.type();
        for (PixelStep step : steps) {
            last = step.type(last);
        }
        this.type = last;
    }

    /** Returns a stack of the same shape whose samples went through {@code step}. */
    public static PixelChain of(Stack input, PixelStep step) {
        List<PixelStep> steps = new ArrayList<>();
        if (input instanceof PixelChain chain) {
            steps.addAll(chain.steps);
        }
        steps.add(step);
        return new PixelChain(raw(input), steps);
    }

    /** Returns what a chain begins with; any other stack is returned as it is. */
    public static Stack raw(Stack stack) {
        return stack instanceof PixelChain chain ? chain.input : stack;
    }

    /** Returns the steps in their order. */
    public List<PixelStep> steps() {
        return steps;
    }

    @Override
    public Shape shape() {
        return input.shape();
    }

    @Override
    public PixelType type() {
        return type;
    }

    /** Knows what the input knows, and admits what was lost in a step or on the way to a reference. */
    @Override
    public Metadata metadata() {
        Metadata metadata = input.metadata();
        PixelType before = input.type();
        for (PixelStep step : steps) {
            Optional<Loss> lost = step.loss(before, shape().frames());
            metadata = lost.isPresent() ? metadata.withLoss(lost.get()) : metadata;
            before = step.type(before);
            for (Stack reference : step.references()) {
                for (Loss loss : reference.metadata().losses()) {
                    metadata = metadata.losses().contains(loss) ? metadata : metadata.withLoss(loss);
                }
            }
        }
        return metadata;
    }

    /** Tells all steps in one. */
    @Override
    public Optional<Origin> origin() {
        List<Stack> inputs = new ArrayList<>(List.of(input));
        steps.forEach(step -> inputs.addAll(step.references()));
        String words = steps.stream().map(PixelStep::words).collect(Collectors.joining(", then "));
        long bytes = (long) PIECE * Float.BYTES;
        for (PixelStep step : steps) {
            bytes += step.workerBytes();
        }
        return Optional.of(new Origin(words, inputs, Origin.Reach.NONE, Origin.Reach.NONE, bytes));
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(MathStack.super.remarks());
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i).words();
            tallies.get(i).words().forEach(words -> remarks.add(step + ": " + words));
        }
        return remarks;
    }

    @Override
    public void prepare(Progress progress) throws IOException {
        input.prepare(progress);
        for (PixelStep step : steps) {
            step.prepare(progress);
        }
    }

    @Override
    public boolean readsParts() {
        return input.readsParts() && steps.stream().allMatch(PixelStep::readsParts);
    }

    @Override
    public Cursor cursor() throws IOException {
        PixelMath plain = PixelMath.plain();
        return cursor(() -> plain);
    }

    @Override
    public Cursor cursor(Supplier<PixelMath> math) throws IOException {
        prepare(Progress.none());
        List<PixelStep.Worker> workers = new ArrayList<>();
        try {
            for (int i = 0; i < steps.size(); i++) {
                workers.add(steps.get(i).worker(new PixelTools(math, tallies.get(i))));
            }
            return new ChainCursor(this, new SampleReader(input, math), workers, math);
        } catch (IOException | RuntimeException e) {
            workers.forEach(PixelStep.Worker::close);
            throw e;
        }
    }

    /** Returns all steps as formulas, if all are some and the result is F32. The chain is prepared. */
    Optional<Counted> formulas() throws IOException {
        Optional<Counted> known = formulas;
        if (known == null) {
            known = found();
            formulas = known;
        }
        return known;
    }

    /**
     * Holds a chain's formulas.
     *
     * @param all of all steps
     * @param tallies for each of them, that of its step
     */
    record Counted(Formulas all, List<Tally> tallies) {

        /** Counts the divisions by 0 of some samples. */
        void count(int first, int count) {
            for (int i = 0; i < tallies.size(); i++) {
                if (all.steps().get(i) instanceof Formula.Over over) {
                    tallies.get(i).add(over.zeros(), over.term().zeros(first, count));
                }
            }
        }
    }

    private synchronized Optional<Counted> found() throws IOException {
        Optional<Counted> known = formulas;
        if (known != null) {
            return known;
        }
        List<Formula> all = new ArrayList<>();
        List<Tally> counts = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<Formula> some = type == PixelType.F32 ? steps.get(i).formulas() : List.of();
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(some);
            counts.addAll(Collections.nCopies(some.size(), tallies.get(i)));
        }
        return Optional.of(new Counted(new Formulas(input.type(), shape().samplesPerFrame(), all), counts));
    }

    @Override
    public void close() throws IOException {
        steps.getLast().close();
    }
}
