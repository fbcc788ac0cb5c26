package org.tachyscope.ops.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tachyscope.ops.space.Stacks.assertRefuses;
import static org.tachyscope.ops.space.Stacks.assertValues;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Calibration;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ops.space.Rotate.Canvas;

class RotateTest {

    private static final Stack TWO_BY_THREE = Stacks.frame(PixelType.F32, 2, 3, 1, 2, 3, 4, 5, Double.NaN);

    private static Rotate.Params by(double angle) {
        return new Rotate.Params(angle, Canvas.SAME, 0);
    }

    @Test
    void quartersAreExact() throws Exception {
        assertValues(new Rotate(), by(90), TWO_BY_THREE, 3, Double.NaN, 2, 5, 1, 4);
        assertValues(new Rotate(), by(-90), TWO_BY_THREE, 4, 1, 5, 2, Double.NaN, 3);
        assertValues(new Rotate(), by(270), TWO_BY_THREE, 4, 1, 5, 2, Double.NaN, 3);
        assertValues(new Rotate(), by(180), TWO_BY_THREE, Double.NaN, 5, 4, 3, 2, 1);
        assertValues(new Rotate(), by(-360), TWO_BY_THREE, 1, 2, 3, 4, 5, Double.NaN);
    }

    @Test
    void otherAnglesFillTheCorners() throws Exception {
        Stack square = Stacks.frame(PixelType.U8, 3, 3, 10, 10, 10, 10, 10, 10, 10, 10, 10);
        assertValues(new Rotate(), new Rotate.Params(45, Canvas.SAME, 7), square, 7, 10, 7, 10, 10, 10, 7, 10, 7);
    }

    @Test
    void turnsAnticlockwise() throws Exception {
        // A dot at the right of the centre goes up.
        Stack dot = Stacks.frame(PixelType.F32, 3, 3, 0, 0, 0, 0, 0, 8, 0, 0, 0);
        double[] found = Stacks.values(new Rotate(), by(45), dot);
        assertEquals(0, found[6]);
        assertEquals(8 * (1 - Math.sqrt(0.5)) * Math.sqrt(0.5), found[1], 1e-6);
        assertEquals(found[1], found[5], 1e-6);
    }

    @Test
    void wholeCanvasHoldsTheCorners() {
        Stack input = Stacks.of(PixelType.U8, new Shape(1, 10, 20, 1), new double[200]);
        Shape shape = new Rotate()
                .apply(input, new Rotate.Params(30, Canvas.WHOLE, 0))
                .shape();
        assertEquals(new Shape(1, 19, 23, 1), shape); // 10 cos + 20 sin = 18.7, 20 cos + 10 sin = 22.3
    }

    @Test
    void refusesWhatItCannotDo() {
        Metadata metadata = Metadata.named("scan").withCalibration(new Calibration(0.5, 0.7, "µm", ""));
        Stack scan = MemoryStack.of(Arena.ofAuto().allocate(4), new Shape(1, 2, 2, 1), PixelType.U8, metadata);
        assertRefuses("rotate by 30.0° needs square pixels, these are 0.5 × 0.7 µm", new Rotate(), by(30), scan);
        assertRefuses("rotate needs −360° ≤ angle ≤ 360°, got NaN", new Rotate(), by(Double.NaN), scan);
        assertRefuses(
                "rotate of a U8 stack needs a whole fill value from 0 to 255, got 0.5",
                new Rotate(),
                new Rotate.Params(1, Canvas.SAME, 0.5),
                Stacks.frame(PixelType.U8, 1, 1, 0));
        assertEquals(
                new Calibration(0.7, 0.5, "µm", ""),
                new Rotate().apply(scan, by(90)).metadata().calibration());
    }
}
