package org.tachyscope.core.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.pixel.PixelMath;

/** Holds both kinds of loops to the same bits, on awkward sizes, offsets and numbers. */
class VectorMathTest {

    private static final float[] ODD = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        -0f,
        0,
        0.5f,
        0.49999997f,
        1.5f,
        2.5f,
        -0.5f,
        -0.50000006f,
        254.5f,
        255.49998f,
        255.5f,
        65534.5f,
        65535.5f,
        Float.MIN_VALUE,
        Float.MAX_VALUE
    };

    private final PixelMath plain = PixelMath.plain();
    private final PixelMath vector = MathChoice.all()[MathChoice.all().length - 1];

    private static float[] numbers(int count, int seed) {
        Random random = new Random(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextInt(3) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextFloat(-300, 70_000);
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 15, 16, 17, 63, 64, 65, 1000, 2048})
    void loadsTheSame(int count) {
        byte[] bytes = new byte[4 * count + 3];
        new Random(count).nextBytes(bytes);
        MemorySegment memory = Arena.ofAuto().allocate(bytes.length, 64);
        memory.copyFrom(MemorySegment.ofArray(bytes));
        for (PixelType type : PixelType.values()) {
            float[] expected = new float[count];
            float[] actual = new float[count];
            plain.load(memory, 3, type, expected, count);
            vector.load(memory, 3, type, actual, count);
            assertArrayEquals(expected, actual, type.name());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 15, 16, 17, 63, 64, 65, 1000, 2048})
    void storesTheSame(int count) {
        for (PixelType type : PixelType.values()) {
            float[] numbers = numbers(count, count);
            plain.round(numbers, count, type == PixelType.U16 ? 65535 : 255);
            MemorySegment expected = Arena.ofAuto().allocate(4L * count + 3, 64);
            MemorySegment actual = Arena.ofAuto().allocate(4L * count + 3, 64);
            plain.store(numbers, count, type, expected, 3);
            vector.store(numbers, count, type, actual, 3);
            assertArrayEquals(
                    expected.toArray(ValueLayout.JAVA_BYTE), actual.toArray(ValueLayout.JAVA_BYTE), type.name());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 15, 16, 17, 63, 64, 65, 1000, 2048})
    void roundsTheSame(int count) {
        for (float most : new float[] {255, 65535}) {
            float[] expected = numbers(count, count);
            float[] actual = expected.clone();
            assertEquals(plain.round(expected, count, most), vector.round(actual, count, most));
            assertArrayEquals(bits(expected), bits(actual));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 15, 16, 17, 63, 64, 65, 1000, 2048})
    void dividesTheSame(int count) {
        for (float instead : new float[] {0, Float.NaN}) {
            float[] divisors = numbers(count, count + 1);
            float[] expected = numbers(count, count);
            float[] actual = expected.clone();
            assertEquals(
                    plain.divide(expected, divisors, count, instead), vector.divide(actual, divisors, count, instead));
            assertArrayEquals(bits(expected), bits(actual));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 15, 16, 17, 63, 64, 65, 1000, 2048})
    void selectsTheSame(int count) {
        for (float level : new float[] {0, 0.5f, 255, Float.POSITIVE_INFINITY}) {
            float[] expected = numbers(count, count);
            float[] actual = expected.clone();
            plain.select(expected, count, level, 1, 255);
            vector.select(actual, count, level, 1, 255);
            assertArrayEquals(bits(expected), bits(actual));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 15, 16, 17, 63, 64, 65, 1000, 2048})
    void slidesTheSame(int count) {
        byte[] bytes = new byte[4 * count + 3];
        new Random(count).nextBytes(bytes);
        MemorySegment memory = Arena.ofAuto().allocate(bytes.length, 64);
        memory.copyFrom(MemorySegment.ofArray(bytes));
        for (PixelType type : new PixelType[] {PixelType.U8, PixelType.U16}) {
            MemorySegment entering = memory.asSlice(1, (long) count * type.bytes());
            MemorySegment leaving = memory.asSlice(2L * count + 3, (long) count * type.bytes());
            MemorySegment expected = Arena.ofAuto().allocate(4L * count + 3, 64);
            MemorySegment actual = Arena.ofAuto().allocate(4L * count + 3, 64);
            float[] expectedSums = new float[count];
            Arrays.fill(expectedSums, 1_000_000);
            float[] actualSums = expectedSums.clone();
            plain.slide(entering, leaving, type, expectedSums, 7, expected.asSlice(3));
            vector.slide(entering, leaving, type, actualSums, 7, actual.asSlice(3));
            assertArrayEquals(expectedSums, actualSums, type.name());
            assertArrayEquals(
                    expected.toArray(ValueLayout.JAVA_BYTE), actual.toArray(ValueLayout.JAVA_BYTE), type.name());
        }
    }

    /** NaN is NaN, whatever its payload. */
    private static int[] bits(float[] numbers) {
        return Stream.iterate(0, i -> i < numbers.length, i -> i + 1)
                .mapToInt(i -> Float.floatToIntBits(numbers[i]))
                .toArray();
    }
}
