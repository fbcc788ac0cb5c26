package org.tachyscope.ops.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tachyscope.ops.space.Stacks.assertRefuses;

import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

class GaussianBlurTest {

    private static GaussianBlur.Params params(double sigma, Border border, Output output) {
        return new GaussianBlur.Params(sigma, border, output);
    }

    @Test
    void ofAPointIsTheGaussian() throws Exception {
        Stack point = Stacks.frame(PixelType.U8, 1, 5, 0, 0, 200, 0, 0);
        // sigma ½, reach 2: weights exp(−2k²) = 1, 0.135335283, 0.000335463 over their sum 1.271341492
        double[] expected = {0.0527731, 21.2901, 157.31416, 21.2901, 0.0527731};
        double[] found = Stacks.values(new GaussianBlur(), params(0.5, Border.ZERO, Output.F32), point);
        // The frame has one row, and zeros above and below: once more times 1 / 1.271341492.
        for (int i = 0; i < 5; i++) {
            assertEquals(expected[i] / 1.271341492, found[i], 2e-5 * 157, "column " + i);
        }
    }

    @Test
    void integersAreRounded() throws Exception {
        Stack point = Stacks.frame(PixelType.U16, 1, 5, 0, 0, 20_000, 0, 0);
        double[] found = Stacks.values(new GaussianBlur(), params(0.5, Border.MIRROR, Output.KEEP), point);
        assertArrayEquals(new double[] {11, 2129, 15_731, 2129, 11}, found); // the outermost see the point twice
    }

    @Test
    void ofAConstantIsThatConstant() throws Exception {
        Stack constant = Stacks.frame(PixelType.U8, 3, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255);
        double[] found = Stacks.values(new GaussianBlur(), params(40, Border.MIRROR, Output.KEEP), constant);
        assertArrayEquals(new double[] {255, 255, 255, 255, 255, 255, 255, 255, 255}, found);
    }

    @Test
    void saysHowFarItLooks() {
        Stack one = Stacks.frame(PixelType.U8, 1, 1, 7);
        Origin origin = new GaussianBlur()
                .apply(one, params(2, Border.NEAREST, Output.KEEP))
                .origin()
                .orElseThrow();
        assertEquals(new Origin.Reach(8, 8), origin.space());
        assertEquals("Gaussian blur, sigma 2.0 px, repeated border", origin.step());
    }

    @Test
    void refusesASigmaOfNothing() {
        Stack one = Stacks.frame(PixelType.U8, 1, 1, 7);
        assertRefuses(
                "Gaussian blur needs 0 < sigma ≤ 1000 px, got 0.0",
                new GaussianBlur(),
                params(0, Border.MIRROR, Output.KEEP),
                one);
        assertRefuses(
                "Gaussian blur needs 0 < sigma ≤ 1000 px, got NaN",
                new GaussianBlur(),
                params(Double.NaN, Border.MIRROR, Output.KEEP),
                one);
    }
}
