package org.tachyscope.ops.pixel;

import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tachyscope.api.Contribution;
import org.tachyscope.api.Engine;
import org.tachyscope.api.Operation;
import org.tachyscope.api.Param;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.Formula;
import org.tachyscope.api.pixel.PixelChain;
import org.tachyscope.api.pixel.PixelStep;
import org.tachyscope.api.pixel.PixelTools;

/**
 * Corrects uneven illumination and sensitivity: (x − d) / g in float32, with a dark frame d, a flat field f, the gain
 * g = (f − d) / m, computed in float64 and rounded once, and the mean m of f − d over the frame's finite samples, which keeps
 * the brightness of the stack. As F32. Where flat and dark are equal the result is 0, or NaN by choice, and the samples are
 * counted.
 */
@Component
@Contribution(id = "flat-field", label = "Flat-field correction", group = "Correction")
public final class FlatField implements Operation<FlatField.Params> {

    private final Engine engine;

    /** Opens and reduces references with {@code engine}. */
    @Activate
    public FlatField(@org.osgi.service.component.annotations.Reference Engine engine) {
        this.engine = engine;
    }

    /**
     * Names the frames.
     *
     * @param dark d, one frame
     * @param flat f, one frame
     * @param zero the result where f = d
     */
    public record Params(
            @Param(label = "Dark frame", help = "Taken without light: " + Words.REFERENCE)
            Reference dark,

            @Param(label = "Flat field", help = "Taken of even light: " + Words.REFERENCE)
            Reference flat,

            @Param(label = "By zero", help = "The result where flat and dark are equal; such samples are counted.")
            ByZero zero) {}

    @Override
    public Params defaults() {
        return new Params(new Reference.Constant(0), new Reference.Reduced(Statistic.MEAN, FrameSpan.ALL), ByZero.ZERO);
    }

    @Override
    public Stack apply(Stack input, Params params) {
        Operands operands = new Operands(engine, input);
        Operand.Maker darks = operands.still(params.dark());
        Operand.Maker flats = operands.still(params.flat());
        String words = "flat field " + params.flat() + ", dark frame " + params.dark();
        Operand dark = Operand.made(darks);
        Operand gain = Operand.made(progress -> gain(darks, flats, progress));
        return PixelChain.of(input, new Correction(words, dark, gain, params.zero()));
    }

    private static Stack gain(Operand.Maker darks, Operand.Maker flats, Progress progress) throws IOException {
        try (Stack dark = darks.make(progress);
                Stack flat = flats.make(progress)) {
            return Stills.gain(flat, dark);
        }
    }

    private record Correction(String words, Operand dark, Operand gain, ByZero zero) implements PixelStep {

        @Override
        public boolean readsParts() {
            return dark.readsParts() && gain.readsParts();
        }

        @Override
        public long workerBytes() {
            return 2L * PixelChain.PIECE * Float.BYTES;
        }

        @Override
        public void prepare(Progress progress) throws IOException {
            dark.prepare(progress);
            gain.prepare(progress);
        }

        @Override
        public List<Formula> formulas() throws IOException {
            return List.of(
                    new Formula.Minus(dark.term().orElseThrow()),
                    zero.over(gain.term().orElseThrow()));
        }

        @Override
        public Worker worker(PixelTools tools) throws IOException {
            return new Correcting(dark.values(tools), gain.values(tools), zero, tools);
        }

        @Override
        public void close() throws IOException {
            dark.close();
            gain.close();
        }
    }

    private static final class Correcting implements PixelStep.Worker {
        private final Operand.Values dark;
        private final Operand.Values gain;
        private final ByZero zero;
        private final PixelTools tools;
        private final float[] darks = new float[PixelChain.PIECE];
        private final float[] gains = new float[PixelChain.PIECE];

        Correcting(Operand.Values dark, Operand.Values gain, ByZero zero, PixelTools tools) throws IOException {
            this.dark = dark;
            this.gain = gain;
            this.zero = zero;
            this.tools = tools;
            dark.frame(0);
            gain.frame(0);
        }

        @Override
        public void apply(int first, float[] samples, int count) throws IOException {
            dark.read(first, darks, count);
            gain.read(first, gains, count);
            Subtract.subtract(samples, darks, count);
            zero.divide(samples, gains, count, tools);
        }

        @Override
        public void close() {
            dark.close();
            gain.close();
        }
    }
}
