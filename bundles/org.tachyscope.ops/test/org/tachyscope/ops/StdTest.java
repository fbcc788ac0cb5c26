package org.tachyscope.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.NanRule;

class StdTest {

    private static final MathContext FINE = new MathContext(80);

    @Test
    void ofOneFrameIsZero() throws IOException {
        assertArrayEquals(new double[] {0, 0}, Stacks.values(new Std(), Stacks.of(PixelType.U8, new double[] {0, 255
        })));
        assertArrayEquals(new double[] {0, 0}, Stacks.values(new Std(), Stacks.of(PixelType.F32, new double[] {-7, 3e38f
        })));
    }

    @Test
    void dividesByTheNumberOfFramesOrOneLess() throws IOException {
        var stack = Stacks.of(
                PixelType.U8,
                new double[] {2},
                new double[] {4},
                new double[] {4},
                new double[] {4},
                new double[] {5},
                new double[] {5},
                new double[] {7},
                new double[] {9});
        assertArrayEquals(new double[] {2}, Stacks.values(new Std(), stack));
        double sample = (float) Math.sqrt(32 / 7.0);
        assertArrayEquals(
                new double[] {sample},
                Stacks.values(new Std(), new SpreadParams(Divisor.SAMPLE, NanRule.PROPAGATE), stack));
    }

    @Test
    void refusesASampleOfOneFrame() {
        var params = new SpreadParams(Divisor.SAMPLE, NanRule.PROPAGATE);
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> new Std().fold(new Shape(1, 2, 2, 1), PixelType.U8, params));
        assertEquals("sample standard deviation needs at least 2 frames, got 1", refusal.getMessage());
    }

    @Test
    void ofIntegersIsCorrectlyRounded() throws IOException {
        Random random = new Random(5);
        for (PixelType type : new PixelType[] {PixelType.U8, PixelType.U16}) {
            int levels = type == PixelType.U8 ? 256 : 65536;
            for (int n : new int[] {2, 3, 7, 255, 256, 257, 300}) {
                double[][] frames = new double[n][1000];
                for (double[] frame : frames) {
                    for (int i = 0; i < frame.length; i++) {
                        frame[i] = random.nextInt(i % 7 == 0 ? 2 : levels);
                    }
                }
                double[] stds = Stacks.values(new Std(), Stacks.of(type, frames));
                for (int i = 0; i < stds.length; i++) {
                    assertEquals(exact(frames, i).floatValue(), (float) stds[i], n + " frames");
                }
            }
        }
    }

    private static BigDecimal exact(double[][] frames, int i) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (double[] frame : frames) {
            BigInteger x = BigInteger.valueOf((long) frame[i]);
            sum = sum.add(x);
            squares = squares.add(x.multiply(x));
        }
        BigInteger n = BigInteger.valueOf(frames.length);
        BigDecimal v = new BigDecimal(n.multiply(squares).subtract(sum.multiply(sum)));
        return v.sqrt(FINE).divide(new BigDecimal(n), FINE);
    }

    @Test
    void ofFloatsIsWithinTwoUlpsForAwkwardData() throws IOException {
        Random random = new Random(7);
        checkFloats(t -> 1e6 + 0.0625 * random.nextInt(3));
        checkFloats(t -> t == 0 ? 1e9 : 1 + 0.001 * random.nextGaussian());
        checkFloats(t -> t == 5000 ? -1e9 : 1 + 0.001 * random.nextGaussian());
        checkFloats(t -> t < 300 ? 0 : 1e6 + 0.5 * random.nextGaussian());
        checkFloats(t -> 1e-40 * random.nextInt(100));
        checkFloats(t -> 1e30 * random.nextGaussian());
        checkFloats(t -> 16777216 + t % 2 * 2);
    }

    private static void checkFloats(IntToDoubleFunction sample) throws IOException {
        int n = 10_000;
        double[][] frames = new double[n][1];
        BigDecimal sum = BigDecimal.ZERO;
        for (int t = 0; t < n; t++) {
            frames[t][0] = (float) sample.applyAsDouble(t);
            sum = sum.add(new BigDecimal(frames[t][0]));
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(n), FINE);
        BigDecimal squares = BigDecimal.ZERO;
        for (double[] frame : frames) {
            squares = squares.add(new BigDecimal(frame[0]).subtract(mean).pow(2));
        }
        float std = squares.divide(BigDecimal.valueOf(n), FINE).sqrt(FINE).floatValue();
        var stack = Stacks.of(PixelType.F32, frames);
        double gotStd = Stacks.values(new Std(), stack)[0];
        assertTrue(Math.abs(gotStd - std) <= 1 * Math.ulp(std), gotStd + " instead of " + std);
        float wantedMean = mean.floatValue();
        double gotMean = Stacks.values(new Mean(), stack)[0];
        assertTrue(Math.abs(gotMean - wantedMean) <= 1 * Math.ulp(wantedMean), gotMean + " instead of " + wantedMean);
    }

    @Test
    void ofNanOrInfinityIsNan() throws IOException {
        double inf = Double.POSITIVE_INFINITY;
        var stack =
                Stacks.of(PixelType.F32, new double[] {1, inf, inf, Double.NaN}, new double[] {Double.NaN, 1, -inf, 1});
        double[] nan = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        assertArrayEquals(nan, Stacks.values(new Std(), stack));
    }
}
