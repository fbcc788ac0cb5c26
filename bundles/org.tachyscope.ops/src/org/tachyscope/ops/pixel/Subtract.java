package org.tachyscope.ops.pixel;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Engine;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.Formula;
import org.tachyscope.api.pixel.PixelChain;
import org.tachyscope.api.pixel.Term;
import org.tachyscope.ops.pixel.Reference.Reduced;

/** Subtracts an amount of a reference: x − a · r in float32, as F32. */
@Component
@Contribution(id = "subtract", label = "Subtract", group = "Arithmetic")
public final class Subtract implements Operation<Subtract.Params> {

    private final Engine engine;

    /** Opens and reduces references with {@code engine}. */
    @Activate
    public Subtract(@org.osgi.service.component.annotations.Reference Engine engine) {
        this.engine = engine;
    }

    /**
     * Names the reference.
     *
     * @param reference r
     * @param amount a
     */
    public record Params(
            @Param(label = "Reference", help = Words.REFERENCES)
            Reference reference,

            @Param(label = "Amount", help = "The share of the reference that is subtracted.", min = 0, max = 1)
            double amount) {}

    @Override
    public Params defaults() {
        return new Params(new Reduced(Statistic.MEAN, FrameSpan.ALL), 1);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        float amount = (float) Words.amount(params.amount());
        Operand operand = new Operands(engine, input).of(params.reference());
        String words = "subtract " + Words.share(params.amount()) + params.reference();
        return PixelChain.of(
                input,
                new OperandStep(
                        words,
                        operand,
                        term -> new Formula.Minus(scaled(term, amount, 0)),
                        (samples, values, count, _) -> {
                            if (amount != 1) {
                                scale(values, amount, count);
                            }
                            subtract(samples, values, count);
                        }));
    }

    /** Returns the term that counts: a · t + b, unless a is 1. */
    static Term scaled(Term term, float amount, float rest) {
        return amount == 1 ? term : term.scaled(amount, rest);
    }

    private static void scale(float[] values, float amount, int count) {
        for (int i = 0; i < count; i++) {
            values[i] *= amount;
        }
    }

    static void subtract(float[] samples, float[] values, int count) {
        for (int i = 0; i < count; i++) {
            samples[i] -= values[i];
        }
    }
}
