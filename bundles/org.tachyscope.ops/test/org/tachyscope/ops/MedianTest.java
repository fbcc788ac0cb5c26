package org.tachyscope.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.fold.NanRule;

class MedianTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    private static double percentile(double p, Stack stack) throws IOException {
        return Stacks.values(new Percentile(), new Percentile.Params(p, NanRule.PROPAGATE), stack)[0];
    }

    @Test
    void ofOneFrameIsThatFrame() throws IOException {
        assertArrayEquals(new double[] {0, 65_535}, Stacks.values(new Median(), Stacks.of(PixelType.U16, new double[] {
            0, 65_535
        })));
    }

    @Test
    void ofThreeFramesIsTheMiddleOne() throws IOException {
        var stack =
                Stacks.of(PixelType.U8, new double[] {9, 255, 0}, new double[] {200, 255, 255}, new double[] {8, 0, 0});
        assertArrayEquals(new double[] {9, 255, 0}, Stacks.values(new Median(), stack));
    }

    @Test
    void ofFourFramesIsTheMeanOfTheMiddleTwo() throws IOException {
        var stack = Stacks.of(
                PixelType.F32, new double[] {4, -1}, new double[] {1, 1}, new double[] {3, 2}, new double[] {100, -8});
        assertArrayEquals(new double[] {3.5, 0}, Stacks.values(new Median(), stack));
    }

    @Test
    void ofTheLargestFloatsDoesNotOverflow() throws IOException {
        double most = Float.MAX_VALUE;
        var stack = Stacks.of(PixelType.F32, new double[] {most, -most}, new double[] {most, most});
        assertArrayEquals(new double[] {most, 0}, Stacks.values(new Median(), stack));
    }

    @Test
    void isNanWhereAnyValueIs() throws IOException {
        var stack =
                Stacks.of(PixelType.F32, new double[] {NAN, 1, INF, -INF}, new double[] {1, NAN, 2, INF}, new double[] {
                    1, 1, 3, -INF
                });
        assertArrayEquals(new double[] {NAN, NAN, 3, -INF}, Stacks.values(new Median(), stack));
    }

    @Test
    void interpolatesBetweenTwoValues() throws IOException {
        var stack = Stacks.of(PixelType.U8, new double[] {10}, new double[] {50}, new double[] {30}, new double[] {20});
        assertEquals(10, percentile(0, stack));
        assertEquals(13, percentile(10, stack));
        assertEquals(17.5, percentile(25, stack));
        assertEquals(44, percentile(90, stack));
        assertEquals(50, percentile(100, stack));
    }

    @Test
    void refusesWhatIsNoPercentage() {
        var stack = Stacks.of(PixelType.U8, new double[] {10});
        assertThrows(IllegalArgumentException.class, () -> percentile(100.001, stack));
        assertThrows(IllegalArgumentException.class, () -> percentile(-1, stack));
    }
}
