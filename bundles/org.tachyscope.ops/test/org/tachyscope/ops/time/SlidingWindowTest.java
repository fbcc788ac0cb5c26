package org.tachyscope.ops.time;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.Origin;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ops.time.SlidingWindow.Ends;
import org.tachyscope.ops.time.SlidingWindow.Params;
import org.tachyscope.ops.time.SlidingWindow.Position;
import org.tachyscope.ops.time.SlidingWindow.Statistic;

class SlidingWindowTest {

    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    private static Params trailing(Statistic statistic, int window, int lag, Ends ends) {
        return new Params(statistic, window, lag, Position.TRAILING, ends);
    }

    private static Stack slide(Stack input, Params params) {
        return new SlidingWindow().apply(input, params);
    }

    private static double[] of(PixelType type, Params params, double... values) throws IOException {
        return Series.values(slide(Series.of(type, values), params));
    }

    @Test
    void trailingMeanEndsAtItsFrame() throws IOException {
        Params params = trailing(Statistic.MEAN, 3, 0, Ends.DROP);
        for (PixelType type : PixelType.values()) {
            assertArrayEquals(new double[] {2, 3, 5}, of(type, params, 1, 2, 3, 4, 8));
        }
    }

    @Test
    void lagLeavesFramesBetween() throws IOException {
        Params params = trailing(Statistic.SUM, 2, 2, Ends.DROP);
        assertArrayEquals(new double[] {3, 6}, of(PixelType.U8, params, 1, 2, 4, 100, 200));
    }

    @Test
    void leadingBeginsAtItsFrame() throws IOException {
        Params params = new Params(Statistic.MAX, 2, 1, Position.LEADING, Ends.DROP);
        assertArrayEquals(new double[] {9, 9, 3}, of(PixelType.U16, params, 1, 2, 9, 3, 1));
    }

    @Test
    void shrunkWindowsFoldWhatIsThere() throws IOException {
        Params params = trailing(Statistic.MEAN, 3, 0, Ends.SHRINK);
        assertArrayEquals(new double[] {6, 4, 4, 5}, of(PixelType.F32, params, 6, 2, 4, 9));
    }

    @Test
    void framesWithoutAnyWindowArePassedThroughAndMarked() throws IOException {
        Stack result = slide(Series.of(PixelType.U8, 10, 20, 30, 40), trailing(Statistic.STD, 2, 2, Ends.SHRINK));
        assertArrayEquals(new double[] {10, 20, 0, 5}, Series.values(result));
        assertEquals(
                List.of(new Loss(
                        Loss.Kind.FILLED, 2, "frames 0 … 1 have no frame in their window and are passed through")),
                result.metadata().losses());
        Params leading = new Params(Statistic.MIN, 2, 3, Position.LEADING, Ends.SHRINK);
        assertArrayEquals(new double[] {4, 2, 3, 4}, of(PixelType.U16, leading, 1, 2, 3, 4));
    }

    @Test
    void mirroredStackBeginsWithItsSecondFrame() throws IOException {
        Params params = new Params(Statistic.SUM, 3, 0, Position.CENTRED, Ends.MIRROR);
        assertArrayEquals(new double[] {5, 6, 14, 15}, of(PixelType.U8, params, 1, 2, 3, 9));
    }

    @Test
    void medianOfAnEvenCountIsTheMeanOfTheMiddleTwo() throws IOException {
        Params params = trailing(Statistic.MEDIAN, 4, 0, Ends.DROP);
        for (PixelType type : PixelType.values()) {
            assertArrayEquals(new double[] {2.5, 3.5, 3}, of(type, params, 1, 3, 2, 9, 4, 0));
        }
    }

    @Test
    void medianOfManyBytesUsesAHistogram() throws IOException {
        double[] values = IntStream.range(0, 700).mapToDouble(t -> t % 256).toArray();
        double[] medians = of(PixelType.U8, trailing(Statistic.MEDIAN, 512, 0, Ends.DROP), values);
        for (double median : medians) {
            assertEquals(127.5, median);
        }
        double[] two =
                IntStream.range(0, 600).mapToDouble(t -> t < 300 ? 0 : 255).toArray();
        double[] steps = of(PixelType.U8, trailing(Statistic.MEDIAN, 258, 0, Ends.DROP), two);
        assertEquals(0, steps[170]);
        assertEquals(127.5, steps[171]);
        assertEquals(255, steps[172]);
    }

    @Test
    void nanAndInfinityLeaveNoTrace() throws IOException {
        double[] values = {1, NAN, 3, 5, INF, 7, 8, 9, 10, -INF, INF, 1, 2, 3};
        assertArrayEquals(
                new double[] {NAN, NAN, 4, INF, INF, 7.5, 8.5, 9.5, -INF, NAN, INF, 1.5, 2.5},
                of(PixelType.F32, trailing(Statistic.MEAN, 2, 0, Ends.DROP), values));
        assertArrayEquals(
                new double[] {NAN, NAN, 1, NAN, NAN, .5, .5, .5, NAN, NAN, NAN, .5, .5},
                of(PixelType.F32, trailing(Statistic.STD, 2, 0, Ends.DROP), values));
        assertArrayEquals(
                new double[] {NAN, NAN, 5, INF, INF, 8, 9, 10, 10, INF, INF, 2, 3},
                of(PixelType.F32, trailing(Statistic.MAX, 2, 0, Ends.DROP), values));
        assertArrayEquals(
                new double[] {NAN, NAN, 5, 7, 8, 8, 9, 9, 10, 1, 2, 2},
                of(PixelType.F32, trailing(Statistic.MEDIAN, 3, 0, Ends.DROP), values));
    }

    @Test
    void largeValueLeavesNoTrace() throws IOException {
        double[] values = IntStream.range(0, 40)
                .mapToDouble(t -> t == 13 ? 3e38 : t * 0.1f)
                .toArray();
        double[] means = of(PixelType.F32, trailing(Statistic.MEAN, 5, 0, Ends.DROP), values);
        for (int k = 14; k < means.length; k++) {
            double sum = 0;
            for (int t = k; t < k + 5; t++) {
                sum += (float) values[t];
            }
            assertEquals((float) (sum / 5), means[k]);
        }
    }

    @Test
    void extremesOfIntegersUseTheFullRange() throws IOException {
        Params min = trailing(Statistic.MIN, 3, 0, Ends.DROP);
        Params max = trailing(Statistic.MAX, 3, 0, Ends.DROP);
        double[] bytes = {0, 255, 128, 127, 255, 255, 1};
        assertArrayEquals(new double[] {0, 127, 127, 127, 1}, of(PixelType.U8, min, bytes));
        assertArrayEquals(new double[] {255, 255, 255, 255, 255}, of(PixelType.U8, max, bytes));
        double[] shorts = {65535, 0, 32768, 32767, 1, 65535};
        assertArrayEquals(new double[] {0, 0, 1, 1}, of(PixelType.U16, min, shorts));
        assertArrayEquals(new double[] {65535, 32768, 32768, 65535}, of(PixelType.U16, max, shorts));
    }

    @Test
    void statisticsOfFullScaleAreExact() throws IOException {
        double[] high = new double[300];
        Arrays.fill(high, 65535);
        Stack input = Series.of(PixelType.U16, high);
        for (double mean : Series.values(slide(input, trailing(Statistic.MEAN, 299, 0, Ends.DROP)))) {
            assertEquals(65535, mean);
        }
        for (double std : Series.values(slide(input, trailing(Statistic.STD, 299, 0, Ends.DROP)))) {
            assertEquals(0, std);
        }
        double[] swing = IntStream.range(0, 300).mapToDouble(t -> t % 2 * 65535).toArray();
        for (double std : of(PixelType.U16, trailing(Statistic.STD, 298, 0, Ends.DROP), swing)) {
            assertEquals(32767.5, std);
        }
    }

    @Test
    void framesAreNamedAfterTheOnesTheyBelongTo() {
        Stack result = slide(Series.of(PixelType.U8, 1, 2, 3, 4, 5), trailing(Statistic.MEAN, 2, 1, Ends.DROP));
        assertEquals(List.of("f2", "f3", "f4"), result.metadata().frameNames());
        assertArrayEquals(new double[] {11, 11.5, 12}, Series.times(result));
        assertEquals(
                List.of(new Loss(Loss.Kind.SKIPPED, 2, "frames 0 … 1 have no whole window and are left out")),
                result.metadata().losses());
        Origin origin = result.origin().orElseThrow();
        assertEquals("sliding mean of 2 frames, trailing, lag 1, ends dropped", origin.step());
        assertEquals(new Origin.Reach(0, 1), origin.time());
        assertEquals(Origin.Reach.NONE, origin.space());
        assertTrue(origin.cursorBytes() > 0);
    }

    @Test
    void badWindowsAreRefusedWithTheNumbers() {
        assertEquals(
                "sliding window needs 2 ≤ window ≤ frames, got window 6 of 5 frames",
                refused(trailing(Statistic.MEAN, 6, 0, Ends.SHRINK)));
        assertEquals(
                "sliding window needs 2 ≤ window ≤ frames, got window 1 of 5 frames",
                refused(trailing(Statistic.MEAN, 1, 0, Ends.DROP)));
        assertEquals(
                "sliding window needs 0 ≤ lag < frames, got lag 5 of 5 frames",
                refused(trailing(Statistic.MEAN, 2, 5, Ends.SHRINK)));
        assertEquals(
                "sliding window needs 0 ≤ lag < frames, got lag -1 of 5 frames",
                refused(trailing(Statistic.MEAN, 2, -1, Ends.MIRROR)));
        assertEquals(
                "sliding window of 3 frames with lag 3 needs at least 6 frames, got 5",
                refused(trailing(Statistic.MEAN, 3, 3, Ends.DROP)));
        assertEquals(
                "centred sliding window needs an odd window and no lag, got window 4 and lag 0",
                refused(new Params(Statistic.MEAN, 4, 0, Position.CENTRED, Ends.DROP)));
        assertEquals(
                "centred sliding window needs an odd window and no lag, got window 3 and lag 1",
                refused(new Params(Statistic.MEAN, 3, 1, Position.CENTRED, Ends.DROP)));
    }

    private static String refused(Params params) {
        Stack input = Series.of(PixelType.U8, 1, 2, 3, 4, 5);
        return assertThrows(IllegalArgumentException.class, () -> slide(input, params))
                .getMessage();
    }
}
