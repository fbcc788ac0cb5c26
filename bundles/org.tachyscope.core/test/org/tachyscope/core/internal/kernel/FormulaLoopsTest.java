package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.Formula;
import org.tachyscope.api.pixel.FormulaLoop;
import org.tachyscope.api.pixel.Formulas;
import org.tachyscope.api.pixel.PixelChain;
import org.tachyscope.api.pixel.PixelMath;
import org.tachyscope.api.pixel.PixelStep;
import org.tachyscope.api.pixel.PixelTools;
import org.tachyscope.api.pixel.Term;

class FormulaLoopsTest {

    private static final float[] AWKWARD = {
        0, -0f, 1, -1, 0.1f, Float.NaN, Float.POSITIVE_INFINITY, -Float.MAX_VALUE, 3e-45f
    };

    /** Does a formula sample by sample, in the plainest way. */
    private static float plain(Formula formula, float x, int i, float[] still) {
        return switch (formula) {
            case Formula.Plus plus -> x + term(plus.term(), i, still);
            case Formula.Minus minus -> x - term(minus.term(), i, still);
            case Formula.Times times -> x * term(times.term(), i, still);
            case Formula.Over over ->
                term(over.term(), i, still) == 0 ? over.instead() : x / term(over.term(), i, still);
            case Formula.Limits limits -> Math.max(limits.low(), Math.min(limits.high(), x));
            case Formula.Magnitude _ -> Math.abs(x);
        };
    }

    private static float term(Term term, int i, float[] still) {
        return switch (term) {
            case Term.Constant constant -> constant.value();
            case Term.Still _ -> still[i];
        };
    }

    private static float[] still(int samples) {
        float[] still = new float[samples];
        Random random = new Random(samples);
        for (int i = 0; i < samples; i++) {
            still[i] = i % 5 == 0 ? AWKWARD[i / 5 % AWKWARD.length] : random.nextFloat() * 100 - 50;
        }
        return still;
    }

    private static List<List<Formula>> chains(Term still) {
        Term two = new Term.Constant(2.7f);
        Formula over = new Formula.Over(still, Float.NaN, "zero");
        return List.of(
                List.of(new Formula.Minus(still)),
                List.of(new Formula.Plus(still)),
                List.of(new Formula.Times(still)),
                List.of(over),
                List.of(new Formula.Minus(two), new Formula.Magnitude()),
                List.of(new Formula.Over(new Term.Constant(0), 7, "zero")),
                List.of(new Formula.Minus(still), new Formula.Over(still, 0, "zero")),
                List.of(
                        new Formula.Minus(still),
                        new Formula.Over(still, 0, "zero"),
                        new Formula.Times(two),
                        new Formula.Plus(new Term.Constant(3)),
                        new Formula.Limits(-100, 100),
                        new Formula.Magnitude()));
    }

    @ParameterizedTest
    @EnumSource
    void areTheFormulasOneAfterTheOther(PixelType type) {
        int samples = 199;
        float[] still = still(samples);
        for (Pattern pattern : Pattern.values()) {
            MemorySegment in = pattern.frames(type, 1, samples, 3);
            for (List<Formula> chain : chains(new Term.Still(still))) {
                FormulaLoop loop = FormulaLoops.of(new Formulas(type, samples, chain));
                for (int first : new int[] {0, 1, 17, 64}) {
                    MemorySegment out = Arena.ofAuto().allocate(4L * samples);
                    int done = loop.run(in, 3 + (long) first * type.bytes(), first, samples - first, out);
                    assertTrue(done > samples - first - 64 && done <= samples - first, "computed " + done);
                    for (int i = 0; i < done; i++) {
                        float x = (float) type.get(in.asSlice(3), first + i);
                        for (Formula formula : chain) {
                            x = plain(formula, x, first + i, still);
                        }
                        assertEquals(x, out.getAtIndex(JAVA_FLOAT, i), type + " " + chain + " sample " + (first + i));
                    }
                }
            }
        }
    }

    @Test
    void dontReadBehindTheirTerms() {
        Formulas chain = new Formulas(PixelType.U8, 100, List.of(new Formula.Minus(new Term.Still(still(100)))));
        FormulaLoop loop = FormulaLoops.of(chain);
        MemorySegment memory = Arena.ofAuto().allocate(4000);
        assertThrows(IndexOutOfBoundsException.class, () -> loop.run(memory, 0, 64, 64, memory));
        Formulas wrong = new Formulas(PixelType.U8, 101, chain.steps());
        assertThrows(IllegalArgumentException.class, () -> FormulaLoops.of(wrong));
    }

    /** Does formulas piece by piece, and counts zeros. */
    private record Step(List<Formula> formulas, float[] still) implements PixelStep {
        @Override
        public String words() {
            return "formulas";
        }

        @Override
        public Worker worker(PixelTools tools) {
            return (first, samples, count) -> {
                for (int i = 0; i < count; i++) {
                    for (Formula formula : formulas) {
                        boolean zero = formula instanceof Formula.Over over && term(over.term(), first + i, still) == 0;
                        tools.tally().add("zero", zero ? 1 : 0);
                        samples[i] = plain(formula, samples[i], first + i, still);
                    }
                }
            };
        }
    }

    /** Has loops at once. */
    private record AtOnce(PixelMath plain, List<FormulaLoop> used) implements PixelMath {
        @Override
        public boolean makesLoops() {
            return true;
        }

        @Override
        public Optional<FormulaLoop> loop(Formulas chain, int coming) {
            used.add(FormulaLoops.of(chain));
            return Optional.of(used.getLast());
        }

        @Override
        public void load(MemorySegment in, long offset, PixelType type, float[] out, int count) {
            plain.load(in, offset, type, out, count);
        }

        @Override
        public void store(float[] in, int count, PixelType type, MemorySegment out, long offset) {
            plain.store(in, count, type, out, offset);
        }

        @Override
        public int divide(float[] samples, float[] divisors, int count, float instead) {
            return plain.divide(samples, divisors, count, instead);
        }

        @Override
        public Rounded round(float[] samples, int count, float most) {
            return plain.round(samples, count, most);
        }

        @Override
        public void select(float[] samples, int count, float level, float below, float above) {
            plain.select(samples, count, level, below, above);
        }

        @Override
        public void slide(
                MemorySegment entering,
                MemorySegment leaving,
                PixelType type,
                float[] sums,
                float divisor,
                MemorySegment out) {
            plain.slide(entering, leaving, type, sums, divisor, out);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAChainAreTheSameAsStepByStepAndCountTheSame(PixelType type) throws Exception {
        Shape shape = new Shape(3, 29, 73, 1);
        int samples = shape.samplesPerFrame();
        MemorySegment pixels = Pattern.values()[0].frames(type, 3, samples, 0);
        Stack stack = MemoryStack.of(pixels, shape, type, Metadata.named("test"));
        float[] still = still(samples);
        for (List<Formula> formulas : chains(new Term.Still(still))) {
            List<FormulaLoop> used = new ArrayList<>();
            PixelMath loops = new AtOnce(PixelMath.plain(), used);
            try (PixelChain stepwise = PixelChain.of(stack, new Step(formulas, still));
                    PixelChain atOnce = PixelChain.of(stack, new Step(formulas, still));
                    Cursor one = stepwise.cursor();
                    Cursor other = atOnce.cursor(() -> loops)) {
                for (int t = 0; t < 3; t++) {
                    assertArrayEquals(floats(one, t), floats(other, t), formulas.toString());
                }
                assertEquals(1, used.size(), "one loop for the cursor");
                assertEquals(stepwise.remarks(), atOnce.remarks());
            }
        }
    }

    private static float[] floats(Cursor cursor, int t) throws Exception {
        return cursor.frame(t).pixels().toArray(JAVA_FLOAT.withByteAlignment(1));
    }
}
