package org.tachyscope.ops.pixel;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.Formula;
import org.tachyscope.api.pixel.PixelChain;
import org.tachyscope.api.pixel.PixelStep;
import org.tachyscope.api.pixel.PixelTools;
import org.tachyscope.api.pixel.Term;

/**
 * Changes samples together with those of a reference at the same place.
 *
 * @param words what is done
 * @param output pixel type behind it
 * @param operand the reference
 * @param algebra what the action does, if it is a formula
 * @param action changes a piece
 */
record OperandStep(String words, PixelType output, Operand operand, Optional<Algebra> algebra, Action action)
        implements PixelStep {

    /** Is no formula. */
    OperandStep(String words, PixelType output, Operand operand, Action action) {
        this(words, output, operand, Optional.empty(), action);
    }

    /** Makes F32. */
    OperandStep(String words, Operand operand, Algebra algebra, Action action) {
        this(words, PixelType.F32, operand, Optional.of(algebra), action);
    }

    /** Says what an action does. */
    @FunctionalInterface
    interface Algebra {
        Formula of(Term term);
    }

    /** Changes {@code samples} with the {@code values} at the same indices, which it may change too. */
    @FunctionalInterface
    interface Action {
        void apply(float[] samples, float[] values, int count, PixelTools tools);
    }

    @Override
    public PixelType type(PixelType input) {
        return output;
    }

    @Override
    public List<Stack> references() {
        return operand.references();
    }

    @Override
    public boolean readsParts() {
        return operand.readsParts();
    }

    @Override
    public long workerBytes() {
        return (long) PixelChain.PIECE * Float.BYTES;
    }

    @Override
    public void prepare(Progress progress) throws IOException {
        operand.prepare(progress);
    }

    @Override
    public List<Formula> formulas() throws IOException {
        Optional<Term> term = algebra.isPresent() ? operand.term() : Optional.empty();
        return term.isEmpty() ? List.of() : List.of(algebra.get().of(term.get()));
    }

    @Override
    public Worker worker(PixelTools tools) throws IOException {
        Operand.Values values = operand.values(tools);
        float[] more = new float[PixelChain.PIECE];
        return new Worker() {
            @Override
            public void frame(long index) throws IOException {
                values.frame(index);
            }

            @Override
            public void apply(int first, float[] samples, int count) throws IOException {
                values.read(first, more, count);
                action.apply(samples, more, count, tools);
            }

            @Override
            public void close() {
                values.close();
            }
        };
    }

    @Override
    public void close() throws IOException {
        operand.close();
    }
}
