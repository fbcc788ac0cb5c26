package org.tachyscope.core.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;

class TileMomentsTest {

    private static final int[] SIZES = {0, 1, 2, 7, 15, 16, 17, 63, 64, 65, 1000, 4097};
    private static final int[] FRAMES = {1, 2, 3, 7, 8, 9, 255, 256, 257, 300};
    private static final int[] FEW_FRAMES = {1, 9, 257};
    private static final Set<Moment> ALL = Set.of(Moment.values());
    private static final Supplier<Kernels> VECTOR = () -> Kernels.all().getLast();
    private static final List<Set<Moment>> NEEDS =
            List.of(ALL, Set.of(Moment.SUM), Set.of(Moment.SUM_OF_SQUARES), Set.of(Moment.MIN), Set.of(Moment.MAX));

    @ParameterizedTest
    @EnumSource
    void areTheSameBitsWithEveryKernel(PixelType type) {
        assertEqualBits(type, SIZES, FRAMES, FEW_FRAMES);
    }

    /** Compares both kernels on pixels that lie at odd addresses; {@code fewFrames} of the larger sizes. */
    static void assertEqualBits(PixelType type, int[] sizes, int[] allFrames, int[] fewFrames) {
        assertEquals(2, Kernels.all().size(), "this Java runs without --add-modules jdk.incubator.vector");
        for (Pattern pattern : Pattern.values()) {
            for (int samples : sizes) {
                for (int frames : samples < 1000 ? allFrames : fewFrames) {
                    MemorySegment pixels = pattern.frames(type, frames, samples, 3);
                    String scalar = moments(
                            type, pixels, frames, samples, 3, Kernels.all().getFirst());
                    String vector = moments(
                            type, pixels, frames, samples, 3, Kernels.all().getLast());
                    assertEquals(scalar, vector, type + " " + pattern + " " + frames + " × " + samples);
                }
            }
        }
    }

    /** Returns all bits of the moments, whatever was asked for at a time. */
    private static String moments(
            PixelType type, MemorySegment pixels, int frames, int samples, int offset, Kernels kernels) {
        StringBuilder bits = new StringBuilder();
        try (Arena arena = Arena.ofConfined()) {
            for (Set<Moment> needs : NEEDS) {
                TileMoments moments = TileMoments.of(type, needs, samples, () -> kernels, arena);
                moments.start(samples);
                moments.add(new Tile(pixels, offset, (long) samples * type.bytes(), frames, samples));
                bits.append(bits(moments.moments(), type, samples)).append('\n');
            }
        }
        return bits.toString();
    }

    private static String bits(Moments moments, PixelType type, int samples) {
        int sums = switch (moments) {
            case Moments.Exact m ->
                31 * Arrays.hashCode(head(m.sum(), samples)) + Arrays.hashCode(head(m.sumOfSquares(), samples));
            case Moments.Floating m ->
                31 * Arrays.hashCode(head(m.sum(), samples)) + Arrays.hashCode(head(m.squaredDeviations(), samples));
        };
        return sums + " " + hash(moments.min(), type, samples) + " " + hash(moments.max(), type, samples);
    }

    private static long[] head(long[] values, int samples) {
        return Arrays.copyOf(values, Math.min(values.length, samples));
    }

    private static double[] head(double[] values, int samples) {
        return Arrays.copyOf(values, Math.min(values.length, samples));
    }

    private static int hash(MemorySegment values, PixelType type, int samples) {
        double[] numbers = new double[values.byteSize() == 0 ? 0 : samples];
        Arrays.setAll(numbers, i -> type.get(values, i));
        return Arrays.hashCode(numbers);
    }

    @ParameterizedTest
    @EnumSource(names = {"U8", "U16"})
    void ofIntegersAreExact(PixelType type) {
        for (Pattern pattern : Pattern.values()) {
            for (int frames : FRAMES) {
                MemorySegment pixels = pattern.frames(type, frames, 17, 0);
                for (Kernels kernels : Kernels.all()) {
                    Moments.Exact moments = (Moments.Exact) all(type, pixels, frames, 17, kernels);
                    for (int i = 0; i < 17; i++) {
                        check(moments, i, column(type, pixels, frames, 17, i));
                    }
                }
            }
        }
    }

    private static Moments all(PixelType type, MemorySegment pixels, int frames, int samples, Kernels kernels) {
        TileMoments moments = TileMoments.of(type, ALL, samples, () -> kernels, Arena.ofAuto());
        moments.start(samples);
        moments.add(new Tile(pixels, 0, (long) samples * type.bytes(), frames, samples));
        return moments.moments();
    }

    private static double[] column(PixelType type, MemorySegment pixels, int frames, int samples, int i) {
        double[] values = new double[frames];
        Arrays.setAll(values, t -> type.get(pixels, (long) t * samples + i));
        return values;
    }

    private static void check(Moments.Exact moments, int i, double[] values) {
        long sum = 0;
        long squares = 0;
        for (double value : values) {
            sum += (long) value;
            squares += (long) value * (long) value;
        }
        assertEquals(sum, moments.sum()[i]);
        assertEquals(squares, moments.sumOfSquares()[i]);
        PixelType type = moments.min().byteSize() == moments.samples() ? PixelType.U8 : PixelType.U16;
        assertEquals(Arrays.stream(values).min().orElseThrow(), type.get(moments.min(), i));
        assertEquals(Arrays.stream(values).max().orElseThrow(), type.get(moments.max(), i));
    }

    @Test
    void ofManyFullFramesDontOverflow() {
        int frames = 140_000;
        for (PixelType type : List.of(PixelType.U8, PixelType.U16)) {
            MemorySegment pixels = Arena.ofAuto().allocate(17L * type.bytes());
            pixels.fill((byte) 0xff);
            for (Kernels kernels : Kernels.all()) {
                TileMoments moments = TileMoments.of(type, ALL, 17, () -> kernels, Arena.ofAuto());
                moments.start(17);
                moments.add(new Tile(pixels, 0, 0, frames, 17));
                Moments.Exact exact = (Moments.Exact) moments.moments();
                long full = type == PixelType.U8 ? 255 : 65535;
                assertEquals(full * frames, exact.sum()[16]);
                assertEquals(full * full * frames, exact.sumOfSquares()[16]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgetTheTileBefore(PixelType type) {
        int samples = 2100;
        MemorySegment dark = Arena.ofAuto().allocate((long) samples * type.bytes());
        for (Kernels kernels : Kernels.all()) {
            for (Pattern pattern : Pattern.values()) {
                MemorySegment bright = pattern.frames(type, 300, samples, 0);
                TileMoments moments = TileMoments.of(type, ALL, samples, () -> kernels, Arena.ofAuto());
                moments.start(samples);
                moments.add(new Tile(bright, 0, (long) samples * type.bytes(), 300, samples));
                moments.moments();
                moments.start(samples);
                moments.add(new Tile(dark, 0, 0, 3, samples));
                assertEquals(
                        bits(all(type, dark, 1, samples, kernels), type, samples),
                        bits(moments.moments(), type, samples),
                        pattern + " and " + kernels);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void areTheSameRunByRun(PixelType type) {
        int samples = 2 * TileMoments.RUN + 77;
        int frames = 257;
        for (Pattern pattern : Pattern.values()) {
            MemorySegment pixels = pattern.frames(type, frames, samples, 0);
            TileMoments moments = TileMoments.of(type, ALL, samples, VECTOR, Arena.ofAuto());
            moments.start(samples);
            moments.add(new Tile(pixels, 0, (long) samples * type.bytes(), frames, samples));
            for (int first = 0; first < samples; first += TileMoments.RUN) {
                int count = Math.min(TileMoments.RUN, samples - first);
                MemorySegment own = columns(pixels, type, frames, samples, first, count);
                assertEquals(
                        bits(all(type, own, frames, count, VECTOR.get()), type, count),
                        bits(moments.moments(first, count), type, count),
                        pattern + " from " + first);
            }
        }
    }

    private static MemorySegment columns(
            MemorySegment pixels, PixelType type, int frames, int samples, int first, int count) {
        long bytes = (long) count * type.bytes();
        MemorySegment own = Arena.ofAuto().allocate(bytes * frames, 8);
        for (int t = 0; t < frames; t++) {
            long from = ((long) t * samples + first) * type.bytes();
            MemorySegment.copy(pixels, from, own, t * bytes, bytes);
        }
        return own;
    }

    @ParameterizedTest
    @EnumSource
    void dontDependOnHowFramesAreParted(PixelType type) {
        int frames = 600;
        int samples = 65;
        for (Pattern pattern : Pattern.values()) {
            MemorySegment pixels = pattern.frames(type, frames, samples, 0);
            String whole = bits(all(type, pixels, frames, samples, VECTOR.get()), type, samples);
            for (int cut : new int[] {1, 255, 256, 300, 599}) {
                assertEquals(whole, parted(type, pixels, frames, samples, cut), pattern + " cut at " + cut);
            }
        }
    }

    private static String parted(PixelType type, MemorySegment pixels, int frames, int samples, int cut) {
        TileMoments moments = TileMoments.of(type, ALL, samples, VECTOR, Arena.ofAuto());
        long stride = (long) samples * type.bytes();
        moments.start(samples);
        moments.add(new Tile(pixels, 0, stride, cut, samples));
        MemorySegment aside = Arena.ofAuto().allocate(moments.savedBytes());
        moments.save(aside);
        moments.start(samples);
        moments.add(new Tile(pixels, 0, stride, 9, samples));
        moments.resume(samples, cut, aside);
        moments.add(new Tile(pixels, cut * stride, stride, frames - cut, samples));
        return bits(moments.moments(), type, samples);
    }

    @Test
    void ofFloatsAreCloseToTheExactOnes() {
        MathContext fine = new MathContext(50);
        for (Pattern pattern : List.of(Pattern.RANDOM, Pattern.ALTERNATING, Pattern.TINY)) {
            int frames = 600;
            MemorySegment pixels = pattern.frames(PixelType.F32, frames, 7, 0);
            Moments.Floating moments = (Moments.Floating) all(PixelType.F32, pixels, frames, 7, VECTOR.get());
            for (int i = 0; i < 7; i++) {
                double[] values = column(PixelType.F32, pixels, frames, 7, i);
                BigDecimal sum =
                        Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal mean = sum.divide(BigDecimal.valueOf(frames), fine);
                BigDecimal squares = Arrays.stream(values)
                        .mapToObj(x -> new BigDecimal(x).subtract(mean).pow(2))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertClose(sum.doubleValue(), moments.sum()[i], 1e-12);
                assertClose(squares.doubleValue(), moments.squaredDeviations()[i], 1e-11);
            }
        }
    }

    private static void assertClose(double wanted, double got, double relative) {
        assertTrue(Math.abs(got - wanted) <= relative * Math.abs(wanted), got + " instead of " + wanted);
    }

    @Test
    void ofFloatsTreatNanInfinityAndZeroAsNumpyDoes() {
        float inf = Float.POSITIVE_INFINITY;
        float[][] frames = {{1, inf, inf, Float.NaN, -0.0f, -0.0f}, {Float.NaN, 1, -inf, 1, -0.0f, 0.0f}};
        MemorySegment pixels = Arena.ofAuto().allocate(2 * 6 * 4, 4);
        for (int t = 0; t < 2; t++) {
            MemorySegment.copy(frames[t], 0, pixels, java.lang.foreign.ValueLayout.JAVA_FLOAT, t * 24L, 6);
        }
        for (Kernels kernels : Kernels.all()) {
            Moments.Floating moments = (Moments.Floating) all(PixelType.F32, pixels, 2, 6, kernels);
            double nan = Double.NaN;
            assertArrayEquals(new double[] {nan, inf, nan, nan, -0.0, 0.0}, Arrays.copyOf(moments.sum(), 6));
            assertArrayEquals(new double[] {nan, nan, nan, nan, 0, 0}, Arrays.copyOf(moments.squaredDeviations(), 6));
        }
    }
}
