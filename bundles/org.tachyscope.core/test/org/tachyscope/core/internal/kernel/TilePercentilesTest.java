package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.fold.Fold.OfPercentile;
import org.tachyscope.api.fold.NanRule;

class TilePercentilesTest {

    private static final int[] SIZES = {0, 1, 2, 7, 15, 16, 17, 63, 64, 65, 1000, 4097};
    private static final int[] FRAMES = {1, 2, 3, 4, 7, 8, 9, 100, 255, 256, 257, 507, 508, 509, 1017};
    private static final int[] FEW_FRAMES = {1, 2, 9, 100};
    private static final double[] ASKED = {0, 12.5, 50, 99.9, 100};
    private static final Runnable GO_ON = () -> {};

    private static List<OfPercentile> asked(NanRule nan, double... percentiles) {
        return Arrays.stream(percentiles)
                .mapToObj(p -> new OfPercentile(p, nan))
                .toList();
    }

    /** Returns one row of samples a percentile. */
    private static List<float[]> folded(
            PixelType type, Tile tile, List<OfPercentile> asked, boolean vectors, Runnable check) {
        List<MemorySegment> out = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            asked.forEach(_ -> out.add(arena.allocate(4L * tile.samples() + 1, 4)));
            new TilePercentiles(type, asked, () -> vectors, arena).fold(tile, out, check);
            return out.stream()
                    .map(row -> row.asSlice(0, row.byteSize() - 1).toArray(JAVA_FLOAT))
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void areExactWithBothMethods(PixelType type) {
        assertEquals(2, Kernels.all().size(), "this Java runs without --add-modules jdk.incubator.vector");
        for (Values values : Values.values()) {
            for (int samples : SIZES) {
                for (int frames : samples < 1000 ? FRAMES : FEW_FRAMES) {
                    check(type, values, frames, samples);
                }
            }
        }
    }

    /** Compares with values that are sorted one sample after another. Rows of frames lie unaligned, and apart. */
    private static void check(PixelType type, Values values, int frames, int samples) {
        String what = type + " " + values + " " + frames + " × " + samples;
        long stride = (long) (samples + 3) * type.bytes();
        MemorySegment pixels = Arena.ofAuto().allocate(frames * stride + type.bytes(), 8);
        values.fill(type, pixels, new Random(frames * 31L + samples));
        Tile tile = new Tile(pixels, type.bytes(), stride, frames, samples);
        for (NanRule nan : NanRule.values()) {
            List<OfPercentile> asked = asked(nan, ASKED);
            List<float[]> vectors = folded(type, tile, asked, true, GO_ON);
            List<float[]> scalars = folded(type, tile, asked, false, GO_ON);
            for (int k = 0; k < ASKED.length; k++) {
                float[] wanted = new float[samples];
                for (int i = 0; i < samples; i++) {
                    wanted[i] = byHand(column(type, tile, i), ASKED[k], nan);
                }
                assertArrayEquals(wanted, scalars.get(k), 0, what + " scalar, " + asked.get(k));
                assertArrayEquals(wanted, vectors.get(k), 0, what + " vector, " + asked.get(k));
            }
        }
    }

    private static double[] column(PixelType type, Tile tile, int sample) {
        double[] column = new double[tile.frames()];
        Arrays.setAll(column, t -> type.get(tile.pixels().asSlice(tile.at(t)), sample));
        return column;
    }

    /** Sorts, and interpolates as the definition says. */
    private static float byHand(double[] column, double percentile, NanRule nan) {
        double[] x =
                Arrays.stream(column).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (x.length == 0 || nan == NanRule.PROPAGATE && x.length < column.length) {
            return Float.NaN;
        }
        double h = (x.length - 1) * percentile / 100;
        int k = (int) h;
        double g = h - k;
        if (g == 0) {
            return (float) x[k];
        }
        if (Double.isInfinite(x[k]) || Double.isInfinite(x[k + 1])) {
            return (float) (x[k] + x[k + 1]);
        }
        return (float) (g < 0.5 ? x[k] + (x[k + 1] - x[k]) * g : x[k + 1] - (x[k + 1] - x[k]) * (1 - g));
    }

    private enum Values {
        RANDOM,
        FEW,
        EQUAL,
        EXTREMES,
        AWKWARD;

        void fill(PixelType type, MemorySegment to, Random random) {
            long count = to.byteSize() / type.bytes();
            for (long i = 0; i < count; i++) {
                int number = number(type, random);
                switch (type) {
                    case U8 -> to.set(java.lang.foreign.ValueLayout.JAVA_BYTE, i, (byte) number);
                    case U16 -> to.setAtIndex(java.lang.foreign.ValueLayout.JAVA_SHORT, i, (short) number);
                    case F32 -> to.setAtIndex(JAVA_FLOAT, i, number(random));
                }
            }
        }

        private int number(PixelType type, Random random) {
            int most = type == PixelType.U8 ? 255 : 65535;
            return switch (this) {
                case RANDOM -> random.nextInt(most + 1);
                case FEW -> 100 + random.nextInt(3);
                case EQUAL -> most;
                case EXTREMES -> random.nextBoolean() ? 0 : most;
                case AWKWARD -> random.nextInt(9) == 0 ? random.nextInt(most + 1) : 7;
            };
        }

        private float number(Random random) {
            float[] awkward = {Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 0, -1, Float.MIN_VALUE};
            return switch (this) {
                case RANDOM -> (float) random.nextGaussian();
                case FEW -> 100 + random.nextInt(3);
                case EQUAL -> 1e30f;
                case EXTREMES -> random.nextBoolean() ? -Float.MAX_VALUE : Float.MAX_VALUE;
                case AWKWARD -> awkward[random.nextInt(awkward.length)];
            };
        }
    }

    @Test
    void ofNothingButNaNAreNaN() {
        for (boolean vectors : new boolean[] {true, false}) {
            for (NanRule nan : NanRule.values()) {
                float negative = Float.intBitsToFloat(0xffc00001);
                float[] rows = {1, Float.NaN, negative, 1, Float.NaN, negative, 2, negative, Float.NaN};
                List<float[]> got = folded(PixelType.F32, tile(rows, 3), asked(nan, 0, 50, 100), vectors, GO_ON);
                assertArrayEquals(new float[] {1, Float.NaN, Float.NaN}, got.get(0));
                assertArrayEquals(new float[] {1, Float.NaN, Float.NaN}, got.get(1));
                assertArrayEquals(new float[] {2, Float.NaN, Float.NaN}, got.get(2));
            }
        }
    }

    private static Tile tile(float[] rows, int samples) {
        MemorySegment pixels = Arena.ofAuto().allocate(4L * rows.length, 4);
        MemorySegment.copy(rows, 0, pixels, JAVA_FLOAT, 0, rows.length);
        return new Tile(pixels, 0, 4L * samples, rows.length / samples, samples);
    }

    @Test
    void ofSomeNaNAreThoseOfTheOthersIfWanted() {
        float nan = Float.NaN;
        float[] rows = {nan, 5, 5, 1, nan, 6, 2, 7, nan, 3, 8, 9};
        for (boolean vectors : new boolean[] {true, false}) {
            assertArrayEquals(
                    new float[] {2, 7, 6},
                    folded(PixelType.F32, tile(rows, 3), asked(NanRule.IGNORE, 50), vectors, GO_ON)
                            .getFirst());
            assertArrayEquals(
                    new float[] {nan, nan, nan},
                    folded(PixelType.F32, tile(rows, 3), asked(NanRule.PROPAGATE, 50), vectors, GO_ON)
                            .getFirst());
        }
    }

    @Test
    void treatInfinityAsAValue() {
        float inf = Float.POSITIVE_INFINITY;
        float[] rows = {1, -inf, -inf, inf, -inf, inf, 2, inf, inf, inf, -inf, 0};
        Tile tile = tile(rows, 6);
        for (boolean vectors : new boolean[] {true, false}) {
            List<float[]> got = folded(PixelType.F32, tile, asked(NanRule.PROPAGATE, 0, 50, 100), vectors, GO_ON);
            assertArrayEquals(new float[] {1, -inf, -inf, inf, -inf, 0}, got.get(0));
            assertArrayEquals(new float[] {1.5f, Float.NaN, Float.NaN, inf, -inf, inf}, got.get(1));
            assertArrayEquals(new float[] {2, inf, inf, inf, -inf, inf}, got.get(2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofMoreFramesThanAreGatheredAreExact(PixelType type) {
        int frames = TilePercentiles.MOST_GATHERED;
        for (int more : new int[] {0, 1}) {
            check(type, Values.RANDOM, frames + more, 2);
        }
    }

    @Test
    void canBeLeftInTheMiddle() {
        MemorySegment pixels = Arena.ofAuto().allocate(1 << 20, 64);
        Tile tile = new Tile(pixels, 0, 1024, 1024, 1024);
        for (boolean vectors : new boolean[] {true, false}) {
            int[] calls = {0};
            Runnable third = () -> {
                if (++calls[0] == 3) {
                    throw new CancellationException();
                }
            };
            List<OfPercentile> asked = asked(NanRule.PROPAGATE, 50);
            assertThrows(CancellationException.class, () -> folded(PixelType.U8, tile, asked, vectors, third));
        }
    }
}
