package org.tachyscope.ops.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tachyscope.ops.space.Stacks.assertRefuses;
import static org.tachyscope.ops.space.Stacks.assertValues;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

class BoxBlurTest {

    private static BoxBlur.Params params(int radius, Border border, Output output) {
        return new BoxBlur.Params(radius, border, output);
    }

    @Test
    void meanOfIntegersIsRoundedHalfUp() throws Exception {
        // Rows repeat, so the 9 pixels hold each column three times: sums 3 · (0 + 0 + 1) and so on, over 9.
        Stack row = Stacks.frame(PixelType.U8, 1, 4, 0, 0, 1, 255);
        assertValues(new BoxBlur(), params(1, Border.NEAREST, Output.KEEP), row, 0, 0, 85, 170); // 85.3, 170.3
        Stack half = Stacks.frame(PixelType.U16, 2, 2, 0, 65_535, 65_535, 0);
        // Mirrored, every box holds 5 pixels of its own kind and 4 of the other.
        assertValues(new BoxBlur(), params(1, Border.MIRROR, Output.KEEP), half, 29_127, 36_408, 36_408, 29_127);
    }

    @Test
    void radiusZeroChangesNothing() throws Exception {
        Stack row = Stacks.frame(PixelType.F32, 1, 3, 1, Double.NaN, Double.POSITIVE_INFINITY);
        assertValues(
                new BoxBlur(), params(0, Border.MIRROR, Output.KEEP), row, 1, Double.NaN, Double.POSITIVE_INFINITY);
    }

    @Test
    void sumsBeyondThirtyTwoBitsAreExact() throws Exception {
        double[] full = new double[5 * 7];
        Arrays.fill(full, 65_535);
        full[17] = 65_534;
        Stack input = Stacks.frame(PixelType.U16, 5, 7, full);
        double[] found = Stacks.values(new BoxBlur(), params(300, Border.MIRROR, Output.F32), input);
        // Mirrored, the frame repeats after 8 × 12 pixels, in which the darker one is met 4 times: 1 in 24.
        for (double value : found) {
            assertEquals(65_535 - 1 / 24.0, value, 0.01);
        }
        Arrays.fill(full, 65_535);
        assertValues(new BoxBlur(), params(300, Border.MIRROR, Output.KEEP), input, full);
    }

    @Test
    void whatIsNotFiniteStaysInItsBox() throws Exception {
        double[] values = new double[9 * 40];
        Arrays.fill(values, 3);
        values[4 * 40 + 20] = Double.NaN;
        values[4 * 40 + 30] = 1e38;
        double[] found = Stacks.values(
                new BoxBlur(), params(2, Border.MIRROR, Output.KEEP), Stacks.frame(PixelType.F32, 9, 40, values));
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 40; j++) {
                boolean nearNan = Math.abs(i - 4) <= 2 && Math.abs(j - 20) <= 2;
                boolean nearLarge = Math.abs(i - 4) <= 2 && Math.abs(j - 30) <= 2;
                double expected = nearNan ? Double.NaN : nearLarge ? 1e38 / 25 : 3;
                assertEquals(expected, found[i * 40 + j], nearNan ? 0 : 1e-5 * expected, i + ", " + j);
            }
        }
    }

    @Test
    void refusesARadiusBelowZero() {
        Stack row = Stacks.frame(PixelType.U8, 1, 1, 0);
        assertRefuses(
                "box blur needs 0 ≤ radius ≤ 1000 px, got -1",
                new BoxBlur(),
                params(-1, Border.MIRROR, Output.KEEP),
                row);
    }
}
