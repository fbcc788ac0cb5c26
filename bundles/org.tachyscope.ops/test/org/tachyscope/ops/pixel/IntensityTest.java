package org.tachyscope.ops.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.data.Loss;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Roi;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.data.Stack;

/** Numbers worked out by hand. */
class IntensityTest {

    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    private static Convert.Params to(PixelType type) {
        return new Convert.Params(type, Convert.Scaling.NONE, 0, 1);
    }

    @Test
    void convertRoundsHalfUpSaturatesAndCounts() throws IOException {
        Stack input = Bench.rows(
                PixelType.F32, 12, 0.5, 0.49999997, 1.5, 2.5, -0.5, -0.50001, 254.5, 255.4999, 255.5, NAN, INF, -INF);
        Stack bytes = new Convert().apply(input, to(PixelType.U8));
        assertEquals(PixelType.U8, bytes.type());
        assertArrayEquals(new double[] {1, 0, 2, 3, 0, 0, 255, 255, 255, 0, 255, 0}, Bench.values(bytes));
        assertEquals(
                List.of("convert to U8: 4 samples saturated", "convert to U8: 1 sample NaN, set to 0"),
                bytes.remarks());
        assertArrayEquals(
                new double[] {65535, 65535, 65534, 0},
                Bench.values(
                        new Convert(), to(PixelType.U16), Bench.rows(PixelType.F32, 4, 65535.5, 65534.5, 65534.49, 0)));
    }

    @Test
    void convertScalesToTheFullRange() throws IOException {
        Stack words = Bench.rows(PixelType.U16, 4, 0, 65535, 257, 32768);
        Convert.Params full = new Convert.Params(PixelType.U8, Convert.Scaling.FULL, 0, 1);
        assertArrayEquals(new double[] {0, 255, 1, 128}, Bench.values(new Convert(), full, words));
        Convert.Params range = new Convert.Params(PixelType.F32, Convert.Scaling.RANGE, 100, 300);
        assertArrayEquals(
                new double[] {0, 0.5, 1, 1.5},
                Bench.values(new Convert(), range, Bench.rows(PixelType.U16, 4, 100, 200, 300, 400)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Convert().apply(words, new Convert.Params(PixelType.U8, Convert.Scaling.RANGE, 3, 3)));
    }

    @Test
    void fewerBitsAreALossAndMoreAreNot() {
        Stack words = Bench.rows(PixelType.U16, 2, 0, 65535);
        assertEquals(
                List.of(new Loss(Loss.Kind.CONVERTED, 1, "convert to U8: U16 to U8")),
                new Convert().apply(words, to(PixelType.U8)).metadata().losses());
        assertEquals(
                List.of(),
                new Convert().apply(words, to(PixelType.F32)).metadata().losses());
        Normalise normalise = new Normalise(new Bench());
        Normalise.Params bytes = new Normalise.Params(Normalise.Scope.STACK, 0, Normalise.Output.U8);
        assertEquals(
                List.of(new Loss(Loss.Kind.CONVERTED, 1, "normalise the stack: U16 to U8")),
                normalise.apply(words, bytes).metadata().losses());
        Stack small = Bench.rows(PixelType.U8, 2, 0, 255);
        assertEquals(List.of(), normalise.apply(small, bytes).metadata().losses());
    }

    @Test
    void thresholdTakesTheLevelAsAbove() throws IOException {
        Stack input = Bench.rows(PixelType.F32, 5, 1.5, 1.4999, 2, NAN, -INF);
        Stack result = new Threshold().apply(input, new Threshold.Params(1.5, 7, 9));
        assertEquals(PixelType.U8, result.type());
        assertArrayEquals(new double[] {9, 7, 9, 7, 7}, Bench.values(result));
    }

    @Test
    void complementTurnsTheRangeRound() throws IOException {
        Complement.Params params = new Complement.Params(0, 1);
        assertArrayEquals(
                new double[] {255, 0, 155},
                Bench.values(new Complement(), params, Bench.rows(PixelType.U8, 3, 0, 255, 100)));
        assertArrayEquals(
                new double[] {65535, 0},
                Bench.values(new Complement(), params, Bench.rows(PixelType.U16, 2, 0, 65535)));
        assertArrayEquals(
                new double[] {1, 0.75, NAN},
                Bench.values(new Complement(), params, Bench.rows(PixelType.F32, 3, 0, 0.25, NAN)));
    }

    @Test
    void clampKeepsThePixelType() throws IOException {
        Stack bytes = Bench.rows(PixelType.U8, 3, 3, 100, 255);
        Stack clamped = new Clamp().apply(bytes, new Clamp.Params(9.5, 200.9));
        assertEquals(PixelType.U8, clamped.type());
        assertArrayEquals(new double[] {10, 100, 200}, Bench.values(clamped));
        assertArrayEquals(
                new double[] {-1, 1, NAN, 0.5},
                Bench.values(new Clamp(), new Clamp.Params(-1, 1), Bench.rows(PixelType.F32, 4, -INF, INF, NAN, 0.5)));
        assertThrows(IllegalArgumentException.class, () -> new Clamp().apply(bytes, new Clamp.Params(2, 1)));
        assertThrows(IllegalArgumentException.class, () -> new Clamp().apply(bytes, new Clamp.Params(3.2, 3.8)));
    }

    @Test
    void gammaKeepsBothEnds() throws IOException {
        Stack input = Bench.rows(PixelType.F32, 5, 0, 100, 25, 200, NAN);
        assertArrayEquals(
                new double[] {0, 100, 50, 100, NAN}, Bench.values(new Gamma(), new Gamma.Params(0.5, 0, 100), input));
        assertThrows(IllegalArgumentException.class, () -> new Gamma().apply(input, new Gamma.Params(0, 0, 1)));
        assertThrows(IllegalArgumentException.class, () -> new Gamma().apply(input, new Gamma.Params(1, 1, 0)));
    }

    @Test
    void maskSetsWhatLiesOutside() throws IOException {
        Shape shape = new Shape(1, 3, 4, 2);
        double[] ones = new double[24];
        java.util.Arrays.fill(ones, 1);
        Stack input = Bench.stack(PixelType.U8, shape, ones);
        Roi middle = Roi.parse("rect 1,1,2,1");
        double[] inside = Bench.values(new Mask(), new Mask.Params(middle, Mask.Keep.INSIDE, 9), input);
        double[] expected = new double[24];
        for (int i = 0; i < 24; i++) {
            expected[i] = i >= 10 && i < 14 ? 1 : 9;
        }
        assertArrayEquals(expected, inside);
        Stack outside = new Mask().apply(input, new Mask.Params(middle, Mask.Keep.OUTSIDE, NAN));
        assertEquals(PixelType.F32, outside.type());
        double[] values = Bench.values(outside);
        for (int i = 0; i < 24; i++) {
            assertEquals(i >= 10 && i < 14 ? NAN : 1, values[i]);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new Mask().apply(input, new Mask.Params(Roi.parse("line 0,0 2,2"), Mask.Keep.INSIDE, 0)));
    }

    @Test
    void maskByFrameKeepsWhereItIsNotZero(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("mask.npy"));
        Bench bench = new Bench().with(file, Bench.rows(PixelType.F32, 4, 0, 1, NAN, -2));
        Stack masked = new MaskFrame(bench)
                .apply(
                        Bench.rows(PixelType.U16, 4, 5, 6, 7, 8),
                        new MaskFrame.Params(Reference.parse("file " + file), 0));
        assertEquals(PixelType.U16, masked.type());
        assertArrayEquals(new double[] {0, 6, 0, 8}, Bench.values(masked));
    }

    @Test
    void normaliseMapsEachFrameOrTheStack() throws IOException {
        Stack input = Bench.rows(PixelType.U8, 3, 10, 20, 30, 0, 0, 100, 7, 7, 7);
        Normalise normalise = new Normalise(new Bench());
        assertArrayEquals(
                new double[] {0, 0.5, 1, 0, 0, 1, 0, 0, 0},
                Bench.values(normalise, new Normalise.Params(Normalise.Scope.FRAME, 0, Normalise.Output.F32), input));
        assertArrayEquals(
                new double[] {0.1f, 0.2f, 0.3f, 0, 0, 1, 0.07f, 0.07f, 0.07f},
                Bench.values(normalise, new Normalise.Params(Normalise.Scope.STACK, 0, Normalise.Output.F32), input));
        assertArrayEquals(
                new double[] {0, 128, 255, 0, 0, 255, 0, 0, 0},
                Bench.values(normalise, new Normalise.Params(Normalise.Scope.FRAME, 0, Normalise.Output.U8), input));
    }

    @Test
    void normaliseLeavesOutWhatIsNotFinite() throws IOException {
        Stack input = Bench.rows(PixelType.F32, 6, NAN, -INF, INF, -4, 4, 0);
        for (Normalise.Scope scope : Normalise.Scope.values()) {
            assertArrayEquals(
                    new double[] {NAN, 0, 1, 0, 1, 0.5},
                    Bench.values(
                            new Normalise(new Bench()), new Normalise.Params(scope, 0, Normalise.Output.F32), input));
        }
        Stack nothing = Bench.rows(PixelType.F32, 2, NAN, INF);
        assertArrayEquals(
                new double[] {NAN, 0},
                Bench.values(new Normalise(new Bench()), new Normalise(new Bench()).defaults(), nothing));
    }

    /** numpy.percentile([0 … 10], 5) is 0.5, and 9.5 for 95; of [−3, −1, 2, 50], 25 is −1.5 and 75 is 14. */
    @Test
    void normaliseTrimsByPercentiles() throws IOException {
        Stack ramp = Bench.rows(PixelType.U8, 11, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        double[] expected = new double[11];
        for (int i = 0; i < 11; i++) {
            expected[i] = (float) Math.clamp((i - 0.5) / 9, 0, 1);
        }
        Normalise normalise = new Normalise(new Bench());
        for (Normalise.Scope scope : Normalise.Scope.values()) {
            assertArrayEquals(
                    expected,
                    Bench.values(normalise, new Normalise.Params(scope, 5, Normalise.Output.F32), ramp),
                    1e-7);
            assertArrayEquals(
                    new double[] {1, (float) (3.5 / 15.5), 0, (float) (0.5 / 15.5)},
                    Bench.values(
                            normalise,
                            new Normalise.Params(scope, 25, Normalise.Output.F32),
                            Bench.rows(PixelType.F32, 4, 50, 2, -3, -1)),
                    1e-7);
        }
    }
}
