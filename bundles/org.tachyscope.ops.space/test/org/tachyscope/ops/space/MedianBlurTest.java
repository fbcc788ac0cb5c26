package org.tachyscope.ops.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tachyscope.ops.space.Stacks.assertRefuses;
import static org.tachyscope.ops.space.Stacks.assertValues;

import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

class MedianBlurTest {

    private static final MedianBlur.Params ONE = new MedianBlur.Params(1);

    @Test
    void removesASpike() throws Exception {
        Stack spike = Stacks.frame(PixelType.U16, 3, 3, 1, 2, 3, 4, 65_535, 6, 7, 8, 9);
        assertValues(new MedianBlur(), ONE, spike, 2, 3, 3, 4, 6, 6, 7, 8, 9);
    }

    @Test
    void infinitiesAreOrderedAsAnyValue() throws Exception {
        double inf = Double.POSITIVE_INFINITY;
        Stack row = Stacks.frame(PixelType.F32, 1, 5, -inf, inf, inf, inf, 1);
        assertValues(new MedianBlur(), ONE, row, -inf, inf, inf, inf, 1);
    }

    @Test
    void squareWithNanGivesNanAndNothingElseDoes() throws Exception {
        for (int radius : new int[] {1, 2, 4}) {
            double[] values = new double[20 * 50];
            for (int i = 0; i < values.length; i++) {
                values[i] = i % 50;
            }
            values[10 * 50 + 25] = Double.NaN;
            Stack ramp = Stacks.frame(PixelType.F32, 20, 50, values);
            double[] found = Stacks.values(new MedianBlur(), new MedianBlur.Params(radius), ramp);
            for (int i = 0; i < 20; i++) {
                for (int j = 0; j < 50; j++) {
                    boolean near = Math.abs(i - 10) <= radius && Math.abs(j - 25) <= radius;
                    assertEquals(near ? Double.NaN : j, found[i * 50 + j], i + ", " + j);
                }
            }
        }
    }

    @Test
    void squareMayBeLargerThanTheFrame() throws Exception {
        double inf = Double.POSITIVE_INFINITY;
        // From the middle, either border pixel counts 127 times and the middle once; elsewhere the nearer border wins.
        Stack ends = Stacks.frame(PixelType.F32, 1, 3, -inf, 4, inf);
        assertValues(new MedianBlur(), new MedianBlur.Params(127), ends, -inf, 4, inf);
        Stack full = Stacks.frame(PixelType.U16, 1, 3, 0, 65_535, 65_535);
        assertValues(new MedianBlur(), new MedianBlur.Params(3), full, 0, 65_535, 65_535);
    }

    @Test
    void refusesSquaresThatAreTooLarge() {
        assertRefuses(
                "median blur needs 0 ≤ radius ≤ 127 px, got 128",
                new MedianBlur(),
                new MedianBlur.Params(128),
                Stacks.frame(PixelType.U8, 1, 1, 0));
    }
}
