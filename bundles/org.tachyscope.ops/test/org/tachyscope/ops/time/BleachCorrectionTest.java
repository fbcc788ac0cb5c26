package org.tachyscope.ops.time;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.ops.time.BleachCorrection.Method;

class BleachCorrectionTest {

    private static Stack corrected(Stack input, Method method) {
        return new BleachCorrection().apply(input, new BleachCorrection.Params(method));
    }

    @Test
    void ratioBringsEveryFrameToTheBrightnessOfTheFirst() throws IOException {
        Stack input = Series.rows(PixelType.U8, 2, 100, 200, 50, 100, 10, 20);
        assertArrayEquals(
                new double[] {100, 200, 100, 200, 100, 200}, Series.values(corrected(input, Method.RATIO)), 1e-4);
    }

    @Test
    void exponentialUndoesADecay() throws IOException {
        double[] decay = new double[20];
        for (int t = 0; t < decay.length; t++) {
            decay[t] = 1000 * Math.exp(-t / 7.0);
        }
        for (double value : Series.values(corrected(Series.of(PixelType.F32, decay), Method.EXPONENTIAL))) {
            assertEquals(1000, value, 1e-3);
        }
    }

    @Test
    void exponentialKeepsChangesThatAreNotDecay() throws IOException {
        double[] found = Series.values(corrected(Series.of(PixelType.F32, 8, 8, 9, 8, 8), Method.EXPONENTIAL));
        assertArrayEquals(new double[] {8, 8, 9, 8, 8}, found, 0.2);
        assertEquals(found[2] / found[1], 9 / 8.0, 0.01);
    }

    @Test
    void samplesThatAreNotFiniteDoNotCount() throws IOException {
        Stack input = Series.rows(PixelType.F32, 3, 4, Double.NaN, 4, 2, 2, Double.POSITIVE_INFINITY);
        assertArrayEquals(
                new double[] {4, Double.NaN, 4, 4, 4, Double.POSITIVE_INFINITY},
                Series.values(corrected(input, Method.RATIO)));
    }

    @Test
    void oneFrameStaysAsItIs() throws IOException {
        for (Method method : Method.values()) {
            assertArrayEquals(new double[] {5}, Series.values(corrected(Series.of(PixelType.U8, 5), method)));
        }
    }

    @Test
    void darkFrameIsRefusedByName() {
        Stack dark = corrected(Series.of(PixelType.U8, 5, 0, 5), Method.RATIO);
        assertEquals(
                "frame 1 of series: a mean brightness of 0.0 can't be corrected for bleaching",
                assertThrows(IOException.class, () -> dark.prepare(Progress.none()))
                        .getMessage());
        Stack below = corrected(Series.of(PixelType.F32, 5, 5, -1), Method.EXPONENTIAL);
        assertEquals(
                "frame 2 of series: a mean brightness of -1.0 can't be corrected for bleaching",
                assertThrows(IOException.class, below::cursor).getMessage());
    }

    @Test
    void preparationCountsFramesAndCanBeCancelledAndRepeated() throws IOException {
        Stack stack = corrected(Series.of(PixelType.U8, 4, 2, 1), Method.RATIO);
        List<Long> seen = new ArrayList<>();
        Progress impatient = new Progress() {
            @Override
            public void worked(long done, long total) {
                seen.add(done);
            }

            @Override
            public boolean cancelled() {
                return seen.size() == 2;
            }
        };
        assertThrows(CancellationException.class, () -> stack.prepare(impatient));
        assertEquals(List.of(1L, 2L), seen);
        stack.prepare(Progress.none());
        assertArrayEquals(new double[] {4, 4, 4}, Series.values(stack));
    }
}
