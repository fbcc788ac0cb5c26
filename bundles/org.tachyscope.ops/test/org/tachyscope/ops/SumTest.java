package org.tachyscope.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;

class SumTest {

    @Test
    void roundsTheExactSumOnce() throws IOException {
        double[][] frames = new double[257][];
        for (int t = 0; t < frames.length; t++) {
            frames[t] = new double[] {65535, t == 0 ? 2 : 65535, 0};
        }
        // 257 · 65535 = 16842495 and 256 · 65535 + 2 = 16776962; above 2^24 float32 holds every second integer, ties to
        // even
        double[] rounded = {16842496, 16776962, 0};
        assertArrayEquals(rounded, Stacks.values(new Sum(), Stacks.of(PixelType.U16, frames)));
    }
}
