package org.tachyscope.ops.pixel;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Engine;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;
import org.tachyscope.ops.pixel.Reference.Reduced;

/**
 * Divides by a reference, of which an amount counts and 1 for the rest: x / (a · r + (1 − a)) in float32, as F32. Where the
 * divisor is 0 the result is 0, or NaN by choice, and the samples are counted.
 */
@Component
@Contribution(id = "divide", label = "Divide", group = "Arithmetic")
public final class Divide implements Operation<Divide.Params> {

    private final Engine engine;

    /** Opens and reduces references with {@code engine}. */
    @Activate
    public Divide(@org.osgi.service.component.annotations.Reference Engine engine) {
        this.engine = engine;
    }

    /**
     * Names the reference.
     *
     * @param reference r
     * @param amount a
     * @param zero the quotient where the divisor is 0
     */
    public record Params(
            @Param(label = "Reference", help = Words.REFERENCES)
            Reference reference,

            @Param(
                    label = "Amount",
                    help = "The share of the reference in the divisor; the rest is 1.",
                    min = 0,
                    max = 1)
            double amount,

            @Param(label = "By zero", help = "What a division by zero gives; such samples are counted.")
            ByZero zero) {}

    @Override
    public Params defaults() {
        return new Params(new Reduced(Statistic.MEAN, FrameSpan.ALL), 1, ByZero.ZERO);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        float amount = (float) Words.amount(params.amount());
        float rest = (float) (1 - params.amount());
        Operand operand = new Operands(engine, input).of(params.reference());
        String words = "divide by " + Words.share(params.amount()) + params.reference();
        return PixelChain.of(
                input,
                new OperandStep(
                        words,
                        operand,
                        term -> params.zero().over(Subtract.scaled(term, amount, rest)),
                        (samples, values, count, tools) -> {
                            if (amount != 1) {
                                blend(values, amount, rest, count);
                            }
                            params.zero().divide(samples, values, count, tools);
                        }));
    }

    private static void blend(float[] values, float amount, float rest, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = amount * values[i] + rest;
        }
    }
}
