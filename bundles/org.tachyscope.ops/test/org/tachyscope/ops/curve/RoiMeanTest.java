package org.tachyscope.ops.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Box;
import org.tachyscope.api.data.Curve;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ops.Stacks;

class RoiMeanTest {

    private static final RoiMean ROI_MEAN = new RoiMean();

    private static RoiMean.Params box(int x, int y, int width, int height) {
        return new RoiMean.Params(new Box(x, y, width, height));
    }

    @Test
    void averagesTheBoxOfEveryFrame() throws IOException {
        Stack stack =
                Stacks.of(PixelType.U8, new Shape(2, 3, 3, 1), new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, new double[] {
                    255, 255, 255, 255, 250, 251, 255, 252, 254
                });
        Curve curve = (Curve) Stacks.reduce(ROI_MEAN, box(1, 1, 2, 2), stack);
        assertEquals(1, curve.y().size());
        assertEquals(0, curve.x().get(0));
        assertEquals(1, curve.x().get(1));
        assertEquals((4 + 5 + 7 + 8) / 4.0, curve.y().getFirst().get(0));
        assertEquals((250 + 251 + 252 + 254) / 4.0, curve.y().getFirst().get(1));
    }

    @Test
    void hasOneQuantityAChannel() throws IOException {
        double[] frame = {1, 10, 100, 2, 20, 200, 4, 40, 250, 9, 90, 255};
        Stack stack = Stacks.of(PixelType.U8, new Shape(1, 2, 2, 3), frame);
        Curve curve = (Curve) Stacks.reduce(ROI_MEAN, box(0, 0, 2, 1), stack);
        assertEquals(3, curve.y().size());
        assertEquals(1.5, curve.y().get(0).get(0));
        assertEquals(15, curve.y().get(1).get(0));
        assertEquals(150, curve.y().get(2).get(0));
    }

    @Test
    void countsWideRowsOfFullBytesExactly() throws IOException {
        for (int width : new int[] {1, 7, 8, 9, 1023, 1024, 1025, 3000}) {
            double[] frame = new double[width + 2];
            java.util.Arrays.fill(frame, 1, width + 1, 255);
            Stack stack = Stacks.of(PixelType.U8, frame);
            Curve curve = (Curve) Stacks.reduce(ROI_MEAN, box(1, 0, width, 1), stack);
            assertEquals(255, curve.y().getFirst().get(0), "width " + width);
        }
    }

    @Test
    void refusesABoxOutsideTheFrame() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> ROI_MEAN.fold(new Shape(1, 480, 640, 1), PixelType.U8, box(600, 0, 41, 10)));
        assertEquals("ROI 600,0 41×10 lies outside the frame of 640 × 480 px", refusal.getMessage());
    }
}
