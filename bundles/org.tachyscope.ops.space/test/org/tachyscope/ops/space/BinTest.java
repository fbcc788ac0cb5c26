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
import org.tachyscope.ops.space.Bin.Value;

class BinTest {

    private static final Stack ROWS =
            Stacks.frame(PixelType.U8, 3, 5, 0, 1, 255, 255, 9, 1, 0, 255, 254, 9, 9, 9, 9, 9, 9);

    private static Bin.Params mean(int width, int height) {
        return new Bin.Params(width, height, Value.MEAN, Output.KEEP);
    }

    @Test
    void meanRoundsHalvesUp() throws Exception {
        assertValues(new Bin(), mean(2, 2), ROWS, 1, 255); // 2/4 and 1019/4
    }

    @Test
    void meanAsF32IsNotRounded() throws Exception {
        assertValues(new Bin(), new Bin.Params(2, 2, Value.MEAN, Output.F32), ROWS, 0.5, 254.75);
    }

    @Test
    void sumIsF32() throws Exception {
        Stack result = new Bin().apply(ROWS, new Bin.Params(2, 2, Value.SUM, Output.KEEP));
        assertEquals(PixelType.F32, result.type());
        assertEquals(new Shape(1, 1, 2, 1), result.shape());
        assertValues(new Bin(), new Bin.Params(2, 2, Value.SUM, Output.KEEP), ROWS, 2, 1019);
    }

    @Test
    void channelsAreBinnedApart() throws Exception {
        Stack colour = Stacks.of(PixelType.U16, new Shape(1, 1, 4, 2), 1, 65_535, 3, 65_535, 5, 0, 8, 65_535);
        assertValues(new Bin(), mean(2, 1), colour, 2, 65_535, 7, 32_768); // 6.5 and 32767.5 rounded half up
    }

    @Test
    void notANumberStaysInItsBlock() throws Exception {
        Stack input = Stacks.frame(PixelType.F32, 1, 6, Double.NaN, 1, Double.POSITIVE_INFINITY, 2, 1e30, -1e30);
        assertValues(new Bin(), mean(2, 1), input, Double.NaN, Double.POSITIVE_INFINITY, 0);
    }

    @Test
    void wholeFrameIsOneBlock() throws Exception {
        assertValues(new Bin(), mean(5, 3), ROWS, 72); // 1084 / 15 = 72.27
    }

    @Test
    void pixelsGrowAndWhatIsLeftOutIsSaid() {
        Metadata metadata = new Bin().apply(ROWS, mean(2, 2)).metadata();
        assertEquals(new Calibration(2, 2, "px", ""), metadata.calibration());
        assertEquals(
                List.of(new Loss(
                        Loss.Kind.BINNED,
                        1,
                        "bin 2 × 2 px by mean; 1 column at the right and 1 row at the bottom are left out")),
                metadata.losses());
    }

    @Test
    void refusesBlocksLargerThanTheFrame() {
        assertRefuses("bin needs blocks of 1 × 1 to 5 × 3 px, got 6 × 1", new Bin(), mean(6, 1), ROWS);
        assertRefuses("bin needs blocks of 1 × 1 to 5 × 3 px, got 1 × 0", new Bin(), mean(1, 0), ROWS);
    }
}
