package org.tachyscope.ops.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tachyscope.ops.space.Stacks.assertRefuses;
import static org.tachyscope.ops.space.Stacks.assertValues;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Calibration;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ops.space.Resize.Method;

class ResizeTest {

    private static final Stack ROW = Stacks.frame(PixelType.U8, 1, 4, 0, 100, 200, 201);

    private static Resize.Params to(int width, int height, Method method) {
        return new Resize.Params(width, height, method);
    }

    @Test
    void areaIsTheMeanOfWhatAPixelCovers() throws Exception {
        assertValues(new Resize(), to(2, 1, Method.AREA), ROW, 50, 201); // 200.5 is rounded up
        assertValues(new Resize(), to(1, 1, Method.AREA), ROW, 125); // 125.25
    }

    @Test
    void linearMeetsPixelCentres() throws Exception {
        // Centres at ¼, ¾, 1¼ … of the old pixels, so ¼ and ¾ between their centres.
        assertValues(new Resize(), to(8, 1, Method.LINEAR), ROW, 0, 25, 75, 125, 175, 200, 201, 201);
    }

    @Test
    void nearestGivesACentreOnAnEdgeToTheRightPixel() throws Exception {
        assertValues(new Resize(), to(2, 1, Method.NEAREST), ROW, 100, 201);
        Stack floats = Stacks.frame(PixelType.F32, 1, 2, Double.NaN, Double.NEGATIVE_INFINITY);
        assertValues(
                new Resize(),
                to(3, 2, Method.NEAREST),
                floats,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Double.NEGATIVE_INFINITY);
    }

    @Test
    void missingExtentKeepsTheProportions() {
        Stack input = Stacks.of(PixelType.U8, new Shape(1, 3, 6, 1), new double[18]);
        assertEquals(
                new Shape(1, 2, 4, 1),
                new Resize().apply(input, to(4, 0, Method.AUTO)).shape());
        assertEquals(
                new Shape(1, 6, 12, 1),
                new Resize().apply(input, to(0, 6, Method.AUTO)).shape());
    }

    @Test
    void pixelSizesFollowAndItIsSaid() {
        Metadata metadata = new Resize().apply(ROW, to(8, 2, Method.AUTO)).metadata();
        assertEquals(new Calibration(0.5, 0.5, "px", ""), metadata.calibration());
        assertEquals(List.of(new Loss(Loss.Kind.BINNED, 1, "resize 4 × 1 to 8 × 2 px, linear")), metadata.losses());
    }

    @Test
    void refusesWhatItCannotDo() {
        assertRefuses("resize by area only shrinks, got 4 × 1 to 3 × 2 px", new Resize(), to(3, 2, Method.AREA), ROW);
        assertRefuses(
                "resize needs a width or height from 1 to 1048576 px, got 0 × 0",
                new Resize(),
                to(0, 0, Method.AUTO),
                ROW);
    }
}
