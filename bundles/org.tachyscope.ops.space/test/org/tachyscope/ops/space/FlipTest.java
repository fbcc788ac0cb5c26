package org.tachyscope.ops.space;

import static org.tachyscope.ops.space.Stacks.assertValues;

import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ops.space.Flip.Sides;

class FlipTest {

    private static final Stack U8 = Stacks.frame(PixelType.U8, 2, 3, 1, 2, 3, 4, 5, 255);
    private static final Stack COLOUR =
            Stacks.of(PixelType.U16, new Shape(1, 2, 2, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 65_535);

    @Test
    void leftAndRightChangePlaces() throws Exception {
        assertValues(new Flip(), new Flip.Params(Sides.LEFT_RIGHT), U8, 3, 2, 1, 255, 5, 4);
    }

    @Test
    void topAndBottomChangePlaces() throws Exception {
        assertValues(new Flip(), new Flip.Params(Sides.TOP_BOTTOM), U8, 4, 5, 255, 1, 2, 3);
    }

    @Test
    void bothIsHalfATurn() throws Exception {
        assertValues(new Flip(), new Flip.Params(Sides.BOTH), U8, 255, 5, 4, 3, 2, 1);
    }

    @Test
    void channelsOfAPixelStayTogether() throws Exception {
        assertValues(new Flip(), new Flip.Params(Sides.LEFT_RIGHT), COLOUR, 4, 5, 6, 1, 2, 3, 10, 11, 65_535, 7, 8, 9);
        assertValues(new Flip(), new Flip.Params(Sides.TOP_BOTTOM), COLOUR, 7, 8, 9, 10, 11, 65_535, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void ofFramesLargerThanATileIsExact() throws Exception {
        int height = 67;
        int width = 131;
        double[] values = new double[height * width];
        double[] expected = new double[height * width];
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                values[i * width + j] = 1000 * i + j;
                expected[i * width + j] = 1000 * i + (width - 1 - j);
            }
        }
        Stack input = Stacks.frame(PixelType.F32, height, width, values);
        assertValues(new Flip(), new Flip.Params(Sides.LEFT_RIGHT), input, expected);
    }
}
