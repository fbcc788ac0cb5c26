package org.tachyscope.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.NanRule;

/** Works out by hand what 2, 4, 4, 4, 5, 5, 7, 9 come to: mean 5, Σ(x − 5)² = 32, Σx² = 232, steps 2 + 1 + 2 + 2 = 7. */
class SpreadTest {

    private static final double[] X = {2, 4, 4, 4, 5, 5, 7, 9};

    private static final SpreadParams SAMPLE = new SpreadParams(Divisor.SAMPLE, NanRule.PROPAGATE);

    private static Stack stack(PixelType type) {
        double[][] frames = new double[X.length][];
        for (int t = 0; t < X.length; t++) {
            frames[t] = new double[] {X[t]};
        }
        return Stacks.of(type, frames);
    }

    @Test
    void isAsWorkedOutByHand() throws IOException {
        for (PixelType type : PixelType.values()) {
            Stack stack = stack(type);
            assertArrayEquals(new double[] {4}, Stacks.values(new Variance(), stack));
            assertArrayEquals(new double[] {(float) (32 / 7.0)}, Stacks.values(new Variance(), SAMPLE, stack));
            assertArrayEquals(new double[] {(float) Math.sqrt(4 / 7.0)}, Stacks.values(new StandardError(), stack));
            assertArrayEquals(
                    new double[] {(float) Math.sqrt(0.5)},
                    Stacks.values(new StandardError(), SpreadParams.POPULATION, stack));
            assertArrayEquals(new double[] {0.4f}, Stacks.values(new CoefficientOfVariation(), stack));
            assertArrayEquals(new double[] {(float) Math.sqrt(29)}, Stacks.values(new Rms(), stack));
            assertArrayEquals(new double[] {7}, Stacks.values(new Range(), stack));
            assertArrayEquals(new double[] {1}, Stacks.values(new MeanAbsoluteDifference(), stack));
        }
    }

    @Test
    void coefficientOfVariationFollowsTheSignOfTheMean() throws IOException {
        Stack stack = Stacks.of(PixelType.F32, new double[] {-1, 1, 0}, new double[] {-3, -1, 0});
        assertArrayEquals(
                new double[] {-0.5, Double.NaN, Double.NaN}, Stacks.values(new CoefficientOfVariation(), stack));
    }

    @Test
    void saysItsUnit() {
        assertEquals("mV²", new Variance().unit("mV", SAMPLE));
        assertEquals("", new Variance().unit("", SAMPLE));
        assertEquals("", new CoefficientOfVariation().unit("mV", SAMPLE));
        assertEquals("mV", new StandardError().unit("mV", SAMPLE));
    }

    @Test
    void ofOneFrameIsRefusedOrZero() throws IOException {
        Shape one = new Shape(1, 2, 2, 1);
        assertEquals(
                "sample standard error needs at least 2 frames, got 1",
                String.valueOf(assertThrows(
                                IllegalArgumentException.class,
                                () -> new StandardError().fold(one, PixelType.U8, SAMPLE))
                        .getMessage()));
        assertEquals(
                "mean absolute difference needs at least 2 frames, got 1",
                String.valueOf(assertThrows(
                                IllegalArgumentException.class,
                                () -> new MeanAbsoluteDifference().fold(one, PixelType.U8, NanParams.PROPAGATE))
                        .getMessage()));
        Stack stack = Stacks.of(PixelType.U16, new double[] {0, 65535});
        assertArrayEquals(new double[] {0, 0}, Stacks.values(new Variance(), stack));
        assertArrayEquals(new double[] {Double.NaN, 0}, Stacks.values(new CoefficientOfVariation(), stack));
    }

    @Test
    void ruleForNanMakesNoDifferenceToIntegers() throws IOException {
        Stack stack = stack(PixelType.U8);
        for (NanRule rule : NanRule.values()) {
            assertArrayEquals(new double[] {5}, Stacks.values(new Mean(), new NanParams(rule), stack));
            assertArrayEquals(new double[] {40}, Stacks.values(new Sum(), new NanParams(rule), stack));
            assertArrayEquals(new double[] {7}, Stacks.values(new ArgMax(), new NanParams(rule), stack));
        }
    }
}
