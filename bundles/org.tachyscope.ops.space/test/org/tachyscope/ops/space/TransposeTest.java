package org.tachyscope.ops.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tachyscope.ops.space.Stacks.assertValues;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Calibration;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.Metadata;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

class TransposeTest {

    @Test
    void rowsBecomeColumns() throws Exception {
        Stack input = Stacks.frame(PixelType.F32, 2, 3, 1, 2, 3, Double.NaN, Double.NEGATIVE_INFINITY, -0.0);
        Stack result = new Transpose().apply(input, new Transpose.Params());
        assertEquals(new Shape(1, 3, 2, 1), result.shape());
        assertArrayEquals(new double[] {1, Double.NaN, 2, Double.NEGATIVE_INFINITY, 3, -0.0}, Stacks.values(result, 0));
    }

    @Test
    void channelsOfAPixelStayTogether() throws Exception {
        Stack input = Stacks.of(PixelType.U8, new Shape(1, 1, 3, 2), 1, 2, 3, 4, 5, 6);
        assertValues(new Transpose(), new Transpose.Params(), input, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void widthAndHeightOfPixelsChangePlaces() {
        Metadata metadata = Metadata.named("scan").withCalibration(new Calibration(2, 5, "µm", "V"));
        MemorySegment pixels = Arena.ofAuto().allocate(6);
        Stack input = MemoryStack.of(pixels, new Shape(1, 2, 3, 1), PixelType.U8, metadata);
        Stack result = new Transpose().apply(input, new Transpose.Params());
        assertEquals(new Calibration(5, 2, "µm", "V"), result.metadata().calibration());
    }

    @Test
    void ofFramesLargerThanATileIsExact() throws Exception {
        int height = 130;
        int width = 65;
        double[] values = new double[height * width];
        double[] expected = new double[height * width];
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                values[i * width + j] = 500 * i + j;
                expected[j * height + i] = 500 * i + j;
            }
        }
        Stack input = Stacks.frame(PixelType.U16, height, width, values);
        assertValues(new Transpose(), new Transpose.Params(), input, expected);
    }
}
