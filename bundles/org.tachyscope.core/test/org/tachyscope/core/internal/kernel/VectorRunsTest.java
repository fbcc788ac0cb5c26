package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.fold.FloatRun;

class VectorRunsTest {

    private static final int[] SIZES = {0, 1, 2, 7, 15, 16, 17, 31, 32, 33, 63, 64, 65, 1000, 2048, 4097, 10_000};

    @Test
    void giveTheBitsOfThePlainLoop() {
        assertEqualBits();
    }

    /** Compares sums of numbers of all sizes that lie at an odd address. */
    static void assertEqualBits() {
        for (int size : SIZES) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment pixels = arena.allocate(4L * size + 3);
                SplittableRandom random = new SplittableRandom(size);
                for (int i = 0; i < size; i++) {
                    float x = (float) Math.scalb(random.nextDouble() - 0.5, random.nextInt(40));
                    pixels.set(JAVA_FLOAT_UNALIGNED, 3 + 4L * i, x);
                }
                double plain = FloatRun.sum(pixels, 3, size);
                assertEquals(plain, VectorRuns.sumOfFloats(pixels, 3, size), size + " samples");
            }
        }
    }

    @Test
    void addUpWhatIsEasyToAddUp() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate(4L * 100);
            for (int i = 0; i < 100; i++) {
                pixels.setAtIndex(JAVA_FLOAT, i, i + 1);
            }
            assertEquals(5050, FloatRun.sum(pixels, 0, 100));
            assertEquals(5050, VectorRuns.sumOfFloats(pixels, 0, 100));
            assertEquals(99 + 100, VectorRuns.sumOfFloats(pixels, 4 * 98, 2));
        }
    }

    @Test
    void areNanWhereASampleIs() {
        try (Arena arena = Arena.ofConfined()) {
            for (int place : new int[] {0, 31, 32, 99}) {
                MemorySegment pixels = arena.allocate(4L * 100);
                pixels.setAtIndex(JAVA_FLOAT, place, Float.NaN);
                assertEquals(Double.NaN, VectorRuns.sumOfFloats(pixels, 0, 100));
                assertEquals(Double.NaN, FloatRun.sum(pixels, 0, 100));
            }
        }
    }
}
