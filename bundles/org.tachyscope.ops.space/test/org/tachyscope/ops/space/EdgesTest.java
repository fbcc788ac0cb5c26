package org.tachyscope.ops.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tachyscope.ops.space.Stacks.assertRefuses;
import static org.tachyscope.ops.space.Stacks.assertValues;

import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ops.space.Sobel.Part;

class EdgesTest {

    /** Rises by 1 to the right and by 100 downwards. */
    private static final Stack RAMP = Stacks.frame(PixelType.U16, 3, 3, 0, 1, 2, 100, 101, 102, 200, 201, 202);

    @Test
    void sobelOfARampIsEightTimesItsSlope() throws Exception {
        assertEquals(8, Stacks.values(new Sobel(), new Sobel.Params(Part.X, Border.MIRROR), RAMP)[4]);
        assertEquals(800, Stacks.values(new Sobel(), new Sobel.Params(Part.Y, Border.MIRROR), RAMP)[4]);
        double magnitude = Stacks.values(new Sobel(), new Sobel.Params(Part.MAGNITUDE, Border.MIRROR), RAMP)[4];
        assertEquals(800.04, magnitude, 1e-4);
    }

    @Test
    void sobelAtABorderFollowsTheRule() throws Exception {
        assertEquals(0, Stacks.values(new Sobel(), new Sobel.Params(Part.X, Border.MIRROR), RAMP)[3]);
        assertEquals(4, Stacks.values(new Sobel(), new Sobel.Params(Part.X, Border.NEAREST), RAMP)[3]);
        assertEquals(404, Stacks.values(new Sobel(), new Sobel.Params(Part.X, Border.ZERO), RAMP)[3]);
    }

    @Test
    void laplacianOfAPointIsItsKernel() throws Exception {
        Stack point = Stacks.frame(PixelType.U8, 3, 3, 0, 0, 0, 0, 255, 0, 0, 0, 0);
        assertValues(new Laplace(), new Laplace.Params(Border.ZERO), point, 0, 255, 0, 255, -1020, 255, 0, 255, 0);
    }

    @Test
    void infinityReachesOnlyWhereTheKernelWeighsIt() throws Exception {
        double inf = Double.POSITIVE_INFINITY;
        double[] values = new double[5 * 40];
        values[2 * 40 + 20] = inf;
        Stack frame = Stacks.frame(PixelType.F32, 5, 40, values);
        double[] laplace = Stacks.values(new Laplace(), new Laplace.Params(Border.MIRROR), frame);
        double[] sobel = Stacks.values(new Sobel(), new Sobel.Params(Part.X, Border.MIRROR), frame);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 40; j++) {
                int down = Math.abs(i - 2);
                int right = Math.abs(j - 20);
                double expected = down + right == 0 ? -inf : down + right == 1 ? inf : 0;
                assertEquals(expected, laplace[i * 40 + j], i + ", " + j);
                double slope = down > 1 || right != 1 ? 0 : j < 20 ? inf : -inf;
                assertEquals(slope, sobel[i * 40 + j], i + ", " + j);
            }
        }
    }

    @Test
    void unsharpMaskOvershootsAndSaturates() throws Exception {
        Stack step = Stacks.frame(PixelType.U8, 1, 8, 10, 10, 10, 10, 250, 250, 250, 250);
        Unsharp.Params keep = new Unsharp.Params(0.8, 2, Border.NEAREST, Output.KEEP);
        double[] found = Stacks.values(new Unsharp(), keep, step);
        assertArrayEquals(new double[] {10, 10}, new double[] {found[0], found[1]}, 1);
        assertEquals(0, found[3]);
        assertEquals(255, found[4]);
        Unsharp.Params none = new Unsharp.Params(0.8, 0, Border.NEAREST, Output.KEEP);
        assertValues(new Unsharp(), none, step, 10, 10, 10, 10, 250, 250, 250, 250);
    }

    @Test
    void differenceOfGaussiansOfAConstantVanishes() throws Exception {
        Stack constant = Stacks.frame(PixelType.U8, 2, 2, 255, 255, 255, 255);
        DifferenceOfGaussians.Params params = new DifferenceOfGaussians.Params(1, 3, Border.MIRROR);
        assertArrayEquals(new double[4], Stacks.values(new DifferenceOfGaussians(), params, constant), 1e-4);
    }

    @Test
    void badParametersAreRefused() {
        assertRefuses(
                "difference of Gaussians needs narrow sigma < wide sigma, got 2.0 and 2.0 px",
                new DifferenceOfGaussians(),
                new DifferenceOfGaussians.Params(2, 2, Border.MIRROR),
                RAMP);
        assertRefuses(
                "unsharp mask needs 0 ≤ amount ≤ 100, got -1.0",
                new Unsharp(),
                new Unsharp.Params(1, -1, Border.MIRROR, Output.KEEP),
                RAMP);
    }
}
