package org.tachyscope.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;

class MeanTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    @Test
    void ofOneFrameIsThatFrame() throws IOException {
        assertArrayEquals(new double[] {0, 1, 255}, Stacks.values(new Mean(), Stacks.of(PixelType.U8, new double[] {
            0, 1, 255
        })));
        assertArrayEquals(new double[] {0, 65535}, Stacks.values(new Mean(), Stacks.of(PixelType.U16, new double[] {
            0, 65535
        })));
        assertArrayEquals(
                new double[] {-0.0, 1e-45f, 3e38f},
                Stacks.values(new Mean(), Stacks.of(PixelType.F32, new double[] {-0.0, 1e-45f, 3e38f})));
    }

    @Test
    void ofThreeFramesIsTheirSumOverThree() throws IOException {
        var stack = Stacks.of(PixelType.U8, new double[] {0, 255}, new double[] {1, 255}, new double[] {1, 254});
        assertArrayEquals(new double[] {2 / 3f, 764 / 3f}, Stacks.values(new Mean(), stack));
    }

    @Test
    void ofIntegersIsCorrectlyRounded() throws IOException {
        Random random = new Random(5);
        for (int n : new int[] {3, 7, 255, 256, 257, 777}) {
            double[][] frames = new double[n][1000];
            long[] sums = new long[1000];
            for (double[] frame : frames) {
                for (int i = 0; i < frame.length; i++) {
                    frame[i] = random.nextInt(65536);
                    sums[i] += (long) frame[i];
                }
            }
            double[] means = Stacks.values(new Mean(), Stacks.of(PixelType.U16, frames));
            for (int i = 0; i < means.length; i++) {
                BigDecimal exact = BigDecimal.valueOf(sums[i]).divide(BigDecimal.valueOf(n), new MathContext(60));
                assertEquals(exact.floatValue(), (float) means[i]);
            }
        }
    }

    @Test
    void propagatesNanAndInfinity() throws IOException {
        var stack = Stacks.of(
                PixelType.F32,
                new double[] {1, INF, INF, NAN, -INF},
                new double[] {NAN, 1, -INF, INF, 3},
                new double[] {2, 2, 2, 2, 2});
        assertArrayEquals(new double[] {NAN, INF, NAN, NAN, -INF}, Stacks.values(new Mean(), stack));
    }

    @Test
    void ofFloatsKeepsWhatFloatsWouldLose() throws IOException {
        double[][] frames = new double[10_000][1];
        for (double[] frame : frames) {
            frame[0] = 0.1f;
        }
        assertArrayEquals(new double[] {0.1f}, Stacks.values(new Mean(), Stacks.of(PixelType.F32, frames)));
    }
}
