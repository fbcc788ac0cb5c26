package org.tachyscope.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

class MinMaxTest {

    @Test
    void keepTheTypeAndOrderOfUnsignedBytes() throws IOException {
        Stack stack =
                Stacks.of(PixelType.U8, new double[] {127, 128, 0, 255}, new double[] {128, 255, 1, 255}, new double[] {
                    5, 130, 2, 255
                });
        assertArrayEquals(new double[] {5, 128, 0, 255}, Stacks.values(new Min(), stack));
        assertArrayEquals(new double[] {128, 255, 2, 255}, Stacks.values(new Max(), stack));
    }

    @Test
    void keepTheTypeAndOrderOfUnsignedShorts() throws IOException {
        Stack stack = Stacks.of(PixelType.U16, new double[] {32767, 65535, 0}, new double[] {32768, 65534, 1});
        assertArrayEquals(new double[] {32767, 65534, 0}, Stacks.values(new Min(), stack));
        assertArrayEquals(new double[] {32768, 65535, 1}, Stacks.values(new Max(), stack));
    }

    @Test
    void ofFloatsPropagateNan() throws IOException {
        double inf = Double.POSITIVE_INFINITY;
        Stack stack = Stacks.of(
                PixelType.F32, new double[] {1, Double.NaN, -inf, 0, 1e-45f}, new double[] {Double.NaN, 1, inf, -0.0, 0
                });
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, -inf, -0.0, 0}, Stacks.values(new Min(), stack));
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, inf, 0, 1e-45f}, Stacks.values(new Max(), stack));
    }
}
