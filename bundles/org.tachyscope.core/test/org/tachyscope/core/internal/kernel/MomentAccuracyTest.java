package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;

/**
 * Over 100,000 frames of 3 × 5 samples, every kernel's moments are those of exact integers: near 10⁶ a float32 is a whole
 * number of sixteenths, so that sums and sums of squares of 16 x − 16·10⁶ are exact in 64 bits.
 */
class MomentAccuracyTest {

    private static final int FRAMES = 100_000;
    private static final int SAMPLES = 15;
    private static final int UNIT = 16;
    private static final long OFFSET = 1_000_000L * UNIT;
    private static final MathContext FINE = new MathContext(50);

    /** Says by how many units sample i of frame t is above the offset: nothing, little, drifts, outliers, much. */
    private static int units(int t, int i, Random random) {
        return switch (i) {
            case 0 -> 0;
            case 1 -> t % 2;
            case 2 -> t == 0 ? 700_000 : 1;
            case 3 -> t == FRAMES - 1 ? -15_000_000 : 0;
            case 4 -> t / 200;
            case 5 -> t < FRAMES / 2 ? -8_000_000 : 0;
            case 6 -> t % 2 * 700_000;
            case 7 -> -t;
            default -> (int) (random.nextGaussian() * (1 << i));
        };
    }

    private static MemorySegment floats(long[] sums, BigDecimal[] deviations) {
        MemorySegment pixels = Arena.ofAuto().allocate((long) FRAMES * SAMPLES * Float.BYTES, 64);
        Random random = new Random(20261120);
        long[] squares = new long[SAMPLES];
        for (int t = 0; t < FRAMES; t++) {
            for (int i = 0; i < SAMPLES; i++) {
                long units = units(t, i, random);
                float x = (float) (OFFSET + units) / UNIT;
                assertEquals(OFFSET + units, (double) x * UNIT, "a float32");
                pixels.setAtIndex(JAVA_FLOAT, (long) t * SAMPLES + i, x);
                sums[i] += units;
                squares[i] = Math.addExact(squares[i], units * units);
            }
        }
        for (int i = 0; i < SAMPLES; i++) {
            BigDecimal sum = BigDecimal.valueOf(sums[i]);
            deviations[i] =
                    BigDecimal.valueOf(squares[i]).subtract(sum.pow(2).divide(BigDecimal.valueOf(FRAMES), FINE));
        }
        return pixels;
    }

    @Test
    void meansAndDeviationsFarFromZeroAreFloat32sNearest() {
        long[] sums = new long[SAMPLES];
        BigDecimal[] deviations = new BigDecimal[SAMPLES];
        MemorySegment pixels = floats(sums, deviations);
        for (Kernels kernels : Kernels.all()) {
            for (Set<Moment> needs : List.of(Set.of(Moment.values()), Set.of(Moment.SUM_OF_SQUARES))) {
                Moments.Floating found = (Moments.Floating) moments(PixelType.F32, needs, pixels, kernels);
                for (int i = 0; i < SAMPLES; i++) {
                    checkMean(sums[i], found.sum()[i], kernels + " sample " + i);
                    checkStd(deviations[i], found.squaredDeviations()[i], kernels + " sample " + i);
                }
            }
            Moments.Floating found = (Moments.Floating) moments(PixelType.F32, Set.of(Moment.SUM), pixels, kernels);
            for (int i = 0; i < SAMPLES; i++) {
                checkMean(sums[i], found.sum()[i], kernels + " sample " + i);
            }
        }
    }

    private static Moments moments(PixelType type, Set<Moment> needs, MemorySegment pixels, Kernels kernels) {
        TileMoments moments = TileMoments.of(type, needs, SAMPLES, () -> kernels, Arena.ofAuto());
        moments.start(SAMPLES);
        moments.add(new Tile(pixels, 0, (long) SAMPLES * type.bytes(), FRAMES, SAMPLES));
        return moments.moments();
    }

    private static void checkMean(long units, double sum, String what) {
        BigDecimal all = BigDecimal.valueOf(OFFSET * FRAMES + units);
        float mean = all.divide(BigDecimal.valueOf((long) FRAMES * UNIT), FINE).floatValue();
        assertClose(mean, (float) (sum / FRAMES), 1, "mean of " + what);
    }

    private static void checkStd(BigDecimal deviations, double squaredDeviations, String what) {
        BigDecimal variance = deviations.divide(BigDecimal.valueOf((long) FRAMES * UNIT * UNIT), FINE);
        float std = variance.sqrt(FINE).floatValue();
        assertClose(std, (float) Math.sqrt(squaredDeviations / FRAMES), 4, "std of " + what);
    }

    private static void assertClose(float wanted, float got, int ulps, String what) {
        assertTrue(Math.abs((double) got - wanted) <= ulps * Math.ulp(wanted), what + ": " + got + ", not " + wanted);
    }

    @Test
    void sumsOfAlternatingFullRangeAreExact() {
        MemorySegment pixels = Arena.ofAuto().allocate((long) FRAMES * SAMPLES * Short.BYTES, 64);
        for (int t = 0; t < FRAMES; t++) {
            for (int i = 0; i < SAMPLES; i++) {
                pixels.setAtIndex(JAVA_SHORT, (long) t * SAMPLES + i, (short) ((t + i) % 2 == 0 ? 65535 : 0));
            }
        }
        for (Kernels kernels : Kernels.all()) {
            Moments.Exact found = (Moments.Exact) moments(PixelType.U16, Set.of(Moment.values()), pixels, kernels);
            for (int i = 0; i < SAMPLES; i++) {
                assertEquals(65535L * FRAMES / 2, found.sum()[i], kernels + " sample " + i);
                assertEquals(65535L * 65535 * FRAMES / 2, found.sumOfSquares()[i]);
            }
        }
    }
}
