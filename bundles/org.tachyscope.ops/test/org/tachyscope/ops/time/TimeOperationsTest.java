package org.tachyscope.ops.time;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Operation;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.MemoryStack;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Timing;
import org.tachyscope.ops.time.BinTime.Rest;
import org.tachyscope.ops.time.Resample.Interpolation;

/** Lagged difference, binning, resampling, reversing and the exponential moving average, worked out by hand. */
class TimeOperationsTest {

    private static final double NAN = Double.NaN;

    private static Stack timed(Timing timing, PixelType type, double... values) {
        Stack stack = Series.of(type, values);
        return MemoryStack.of(
                stack.contiguous().orElseThrow(),
                stack.shape(),
                type,
                stack.metadata().withTiming(timing));
    }

    private static <P extends Record> String refused(Operation<P> operation, Stack input, P params) {
        return assertThrows(IllegalArgumentException.class, () -> operation.apply(input, params))
                .getMessage();
    }

    @Test
    void laggedDifferenceHasASign() throws IOException {
        Stack result = new LaggedDifference()
                .apply(Series.of(PixelType.U16, 65535, 3, 0, 65535), new LaggedDifference.Params(2));
        assertArrayEquals(new double[] {-65535, 65532}, Series.values(result));
        assertArrayEquals(new double[] {11, 11.5}, Series.times(result));
        assertEquals(List.of("f2", "f3"), result.metadata().frameNames());
        assertEquals(
                List.of(new Loss(Loss.Kind.SKIPPED, 2, "frames 0 … 1 have no frame 2 before them and are left out")),
                result.metadata().losses());
    }

    @Test
    void lagBeyondTheEndIsRefused() {
        assertEquals(
                "lagged difference needs 1 ≤ lag < frames, got lag 3 of 3 frames",
                refused(new LaggedDifference(), Series.of(PixelType.U8, 1, 2, 3), new LaggedDifference.Params(3)));
        assertEquals(
                "lagged difference needs 1 ≤ lag < frames, got lag 1 of 1 frames",
                refused(new LaggedDifference(), Series.of(PixelType.U8, 1), new LaggedDifference.Params(1)));
    }

    @Test
    void reversedFramesKeepTimesAndNames() throws IOException {
        Stack result = new Reverse().apply(Series.of(PixelType.U8, 1, 2, 3), new Reverse.Params());
        assertArrayEquals(new double[] {3, 2, 1}, Series.values(result));
        assertArrayEquals(new double[] {11, 10.5, 10}, Series.times(result));
        assertEquals(List.of("f2", "f1", "f0"), result.metadata().frameNames());
    }

    @Test
    void binsAverageAndSayWhatTheyLeaveOut() throws IOException {
        Stack input = Series.of(PixelType.U8, 1, 2, 6, 255, 255, 255, 9, 10);
        Stack result = new BinTime().apply(input, new BinTime.Params(3, BinTime.Statistic.MEAN, Rest.DROP));
        assertArrayEquals(new double[] {3, 255}, Series.values(result));
        assertArrayEquals(new double[] {10.5, 12}, Series.times(result));
        assertEquals(List.of("f0", "f3"), result.metadata().frameNames());
        assertEquals(
                List.of(new Loss(Loss.Kind.SKIPPED, 2, "frames 6 … 7 don't fill a bin of 3 frames and are left out")),
                result.metadata().losses());
    }

    @Test
    void shorterLastBinCountsItsOwnFrames() throws IOException {
        Stack input = Series.of(PixelType.U16, 65535, 65535, 65535, 9, 10);
        Stack mean = new BinTime().apply(input, new BinTime.Params(3, BinTime.Statistic.MEAN, Rest.SHORTER));
        assertArrayEquals(new double[] {65535, 9.5}, Series.values(mean));
        assertArrayEquals(new double[] {10.5, 11.75}, Series.times(mean));
        assertTrue(mean.metadata().losses().isEmpty());
        Stack sum = new BinTime().apply(input, new BinTime.Params(3, BinTime.Statistic.SUM, Rest.SHORTER));
        assertArrayEquals(new double[] {196605, 19}, Series.values(sum));
    }

    @Test
    void binsLargerThanTheStackAreRefused() {
        assertEquals(
                "binning in time needs 1 ≤ frames of a bin ≤ frames, got bins of 4 of 3 frames",
                refused(
                        new BinTime(),
                        Series.of(PixelType.U8, 1, 2, 3),
                        new BinTime.Params(4, BinTime.Statistic.MEAN, Rest.DROP)));
    }

    @Test
    void resamplingMixesTheFramesAround() throws IOException {
        Stack input = timed(new Timing.Listed(new double[] {0, 1, 3, 4}), PixelType.F32, 0, 10, 30, NAN);
        Stack result = new Resample().apply(input, new Resample.Params(0.5, Interpolation.LINEAR));
        assertArrayEquals(new double[] {0, 5, 10, 15, 20, 25, 30, NAN, NAN}, Series.values(result));
        assertArrayEquals(new double[] {0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4}, Series.times(result));
        assertTrue(result.metadata().frameNames().isEmpty());
    }

    @Test
    void resamplingToTheNearestFrameKeepsTypeAndNames() throws IOException {
        Stack input = timed(new Timing.Listed(new double[] {0, 1, 3, 4}), PixelType.U8, 1, 2, 3, 4);
        Stack result = new Resample().apply(input, new Resample.Params(1, Interpolation.NEAREST));
        assertEquals(PixelType.U8, result.type());
        assertArrayEquals(new double[] {1, 2, 2, 3, 4}, Series.values(result));
        assertEquals(List.of("f0", "f1", "f1", "f2", "f3"), result.metadata().frameNames());
    }

    @Test
    void resamplingWithoutTimesCountsFrames() throws IOException {
        Stack input = timed(Timing.UNKNOWN, PixelType.U16, 0, 65535, 1, 3);
        Stack result = new Resample().apply(input, new Resample.Params(1.5, Interpolation.LINEAR));
        assertArrayEquals(new double[] {0, 32768, 3}, Series.values(result));
        assertEquals(Timing.UNKNOWN, result.metadata().timing());
    }

    @Test
    void resamplingOneFrameGivesIt() throws IOException {
        Stack result = new Resample().apply(Series.of(PixelType.U8, 7), new Resample.Params(0.1, Interpolation.LINEAR));
        assertArrayEquals(new double[] {7}, Series.values(result));
    }

    @Test
    void resamplingRefusesTimesThatDoNotIncrease() {
        Stack input = timed(new Timing.Listed(new double[] {0, 2, 2}), PixelType.U8, 1, 2, 3);
        assertEquals(
                "resampling needs frame times that increase, but frame 2 of series is at 2.0 s and the frame before it"
                        + " at 2.0 s",
                refused(new Resample(), input, new Resample.Params(1, Interpolation.LINEAR)));
        assertEquals(
                "resampling needs a step > 0, got 0.0",
                refused(new Resample(), input, new Resample.Params(0, Interpolation.LINEAR)));
    }

    @Test
    void movingAverageStartsWithItsFirstFrame() throws IOException {
        Stack input = Series.of(PixelType.U8, 8, 0, 0, 4);
        Stack result = new Ema().apply(input, new Ema.Params(0.5, Ema.Given.WEIGHT));
        assertArrayEquals(new double[] {8, 4, 2, 3}, Series.values(result));
    }

    @Test
    void movingAverageForgetsWithinItsTimeConstant() throws IOException {
        Stack input = timed(new Timing.Listed(new double[] {0, 1, 3}), PixelType.F32, 1, 0, 0);
        Stack result = new Ema().apply(input, new Ema.Params(2, Ema.Given.SECONDS));
        assertArrayEquals(new double[] {1, Math.exp(-0.5), Math.exp(-1.5)}, Series.values(result), 1e-7);
        Stack frames = new Ema().apply(input, new Ema.Params(1, Ema.Given.FRAMES));
        assertArrayEquals(new double[] {1, Math.exp(-1), Math.exp(-2)}, Series.values(frames), 1e-7);
    }

    @Test
    void movingAverageKeepsWhatIsNotFinite() throws IOException {
        Stack result = new Ema().apply(Series.of(PixelType.F32, 1, NAN, 1), new Ema.Params(1, Ema.Given.WEIGHT));
        assertArrayEquals(new double[] {1, NAN, NAN}, Series.values(result));
    }

    @Test
    void movingAverageRefusesBadWeights() {
        Stack input = timed(Timing.UNKNOWN, PixelType.U8, 1, 2);
        assertEquals(
                "exponential moving average needs 0 < weight ≤ 1, got 1.5",
                refused(new Ema(), input, new Ema.Params(1.5, Ema.Given.WEIGHT)));
        assertEquals(
                "exponential moving average needs a time constant > 0, got NaN",
                refused(new Ema(), input, new Ema.Params(NAN, Ema.Given.FRAMES)));
        assertEquals(
                "a time constant of 2.0 s needs frame times, and those of series aren't known",
                refused(new Ema(), input, new Ema.Params(2, Ema.Given.SECONDS)));
    }
}
