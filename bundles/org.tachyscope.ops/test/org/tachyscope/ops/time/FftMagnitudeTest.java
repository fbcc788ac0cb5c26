package org.tachyscope.ops.time;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;
import org.tachyscope.core.run.Runner;
import org.tachyscope.ops.time.FftMagnitude.Output;
import org.tachyscope.ops.time.FftMagnitude.Params;
import org.tachyscope.ops.time.FftMagnitude.Taper;
import org.tachyscope.ops.time.FftMagnitude.Unit;

class FftMagnitudeTest {

    private static Params cycles(double frequency, Output output) {
        return new Params(frequency, Unit.CYCLES_PER_FRAME, Taper.NONE, output);
    }

    private static double[] of(Stack stack, Params params) throws IOException {
        var fold = new FftMagnitude().fold(stack, params);
        Frame frame = (Frame) new Runner(2)
                .run(stack, List.of(fold), Progress.none())
                .results()
                .getFirst();
        return IntStream.range(0, frame.samples()).mapToDouble(frame::sample).toArray();
    }

    @Test
    void atHalfACycleIsTheAlternatingSum() throws IOException {
        Stack stack = Series.of(PixelType.U8, 7, 1, 9, 2);
        assertArrayEquals(new double[] {13}, of(stack, cycles(0.5, Output.MAGNITUDE)), 1e-6);
        assertArrayEquals(new double[] {19}, of(stack, cycles(0, Output.MAGNITUDE)));
    }

    @Test
    void ofAQuarterWave() throws IOException {
        Stack stack = Series.of(PixelType.F32, 10, 13, 10, 7, 10, 13, 10, 7);
        assertArrayEquals(new double[] {12}, of(stack, cycles(0.25, Output.MAGNITUDE)), 1e-6);
        assertArrayEquals(new double[] {3}, of(stack, cycles(0.25, Output.AMPLITUDE)), 1e-6);
        assertArrayEquals(new double[] {-Math.PI / 2}, of(stack, cycles(0.25, Output.PHASE)), 1e-6);
    }

    @Test
    void hertzCountTheTimeBetweenFrames() throws IOException {
        Stack stack = Series.of(PixelType.F32, 10, 13, 10, 7, 10, 13, 10, 7);
        Params params = new Params(0.5, Unit.HERTZ, Taper.NONE, Output.AMPLITUDE);
        assertArrayEquals(new double[] {3}, of(stack, params), 1e-6);
    }

    @Test
    void agreesWithNumpy() throws IOException {
        Stack input = Series.of(PixelType.U8, 0);
        for (List<String> words : Golden.lines("frequency.txt")) {
            if (words.getFirst().equals("input")) {
                input = Series.rows(PixelType.valueOf(words.get(1)), 2, Golden.numbers(words, 2));
            } else {
                Params params = new Params(
                        Double.parseDouble(words.get(2)),
                        Unit.CYCLES_PER_FRAME,
                        Taper.valueOf(words.get(1)),
                        Output.valueOf(words.get(0)));
                assertArrayEquals(Golden.numbers(words, 3), of(input, params), 1e-6, params::toString);
            }
        }
    }

    @Test
    void nanAndInfinityMakeNan() throws IOException {
        Stack stack = Series.rows(PixelType.F32, 3, 1, Double.NaN, 2, 1, 1, Double.POSITIVE_INFINITY);
        assertArrayEquals(new double[] {2, Double.NaN, Double.NaN}, of(stack, cycles(0, Output.MAGNITUDE)));
    }

    @Test
    void frequenciesThatFramesCannotShowAreRefused() {
        Stack stack = Series.of(PixelType.U8, 1, 2, 3);
        assertEquals(
                "frames can show frequencies from 0 to 0.5 cycles per frame, got 0.75",
                assertThrows(IllegalArgumentException.class, () -> of(stack, cycles(0.75, Output.MAGNITUDE)))
                        .getMessage());
        Params hertz = new Params(1, Unit.HERTZ, Taper.NONE, Output.MAGNITUDE);
        assertThrows(IllegalArgumentException.class, () -> new FftMagnitude().fold(stack.shape(), stack.type(), hertz));
    }
}
