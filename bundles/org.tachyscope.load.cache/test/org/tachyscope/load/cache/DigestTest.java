package org.tachyscope.load.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.FrameStatistics;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/** The expected numbers of patterns were computed with numpy. */
class DigestTest {

    private final Arena arena = Arena.ofAuto();

    private Digest digest(Shape shape, PixelType type, long a, long b) {
        Layout layout = new Layout(shape, type);
        MemorySegment pixels = arena.allocate(layout.pixelBytes(), 64);
        for (long i = 0; i < shape.samples(); i++) {
            long v = i * a + b;
            switch (type) {
                case U8 -> pixels.set(ValueLayout.JAVA_BYTE, i, (byte) v);
                case U16 -> pixels.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) v);
                case F32 -> pixels.setAtIndex(ValueLayout.JAVA_FLOAT, i, v % 256 / 8f - 5);
            }
        }
        MemorySegment levels = arena.allocate(layout.levelBytes() + 64, 64);
        Digest digest = new Digest(layout, pixels, levels, new Records(arena.allocate(Records.BYTES, 8)));
        digest.frame(0);
        return digest;
    }

    /** Weighs samples, so that one in the wrong place shows. */
    private static double weighed(Digest digest, int level) {
        long samples = digest.shapes().get(level).samplesPerFrame();
        PixelType type = digest.layout().type();
        MemorySegment at = digest.levels().asSlice(digest.offsets().get(level), samples * type.bytes());
        double sum = 0;
        for (long i = 0; i < samples; i++) {
            sum += type.get(at, i) * (i % 101 + 1);
        }
        return sum;
    }

    private static void check(Digest digest, double min, double max, double sum, double squares, double... levels) {
        Shape shape = digest.layout().shape();
        assertEquals(
                new FrameStatistics(shape.samplesPerFrame(), min, max, sum, squares),
                digest.records().statistics(0));
        assertEquals(levels.length, digest.shapes().size());
        for (int level = 0; level < levels.length; level++) {
            assertEquals(levels[level], weighed(digest, level), "level " + level);
        }
    }

    @Test
    void ofBytes() {
        check(digest(new Shape(1, 131, 67, 3), PixelType.U8, 37, 11), 0, 255, 3357060, 571801414, 43643885, 10806712);
        check(digest(new Shape(1, 67, 130, 1), PixelType.U8, 37, 11), 0, 255, 1110381, 189117351, 14366727, 3500845);
        check(digest(new Shape(1, 100, 101, 1), PixelType.U8, 37, 11), 0, 255, 1287554, 219288734, 16457802);
    }

    @Test
    void ofShorts() {
        check(
                digest(new Shape(1, 131, 67, 3), PixelType.U16, 7919, 3),
                1,
                65533,
                862627170,
                37684686716050.0,
                11223230588.0,
                2773451990.0);
        check(
                digest(new Shape(1, 67, 130, 1), PixelType.U16, 7919, 3),
                3,
                65533,
                285330195,
                12465196864339.0,
                3674521093.0,
                896535734.0);
        check(
                digest(new Shape(1, 100, 101, 1), PixelType.U16, 7919, 3),
                3,
                65533,
                330779886,
                14448836314102.0,
                4221771722.0);
    }

    @Test
    void ofFloats() {
        check(
                digest(new Shape(1, 131, 67, 3), PixelType.F32, 37, 11),
                -5,
                26.875,
                287977.5,
                5396347.09375,
                3743877.8125,
                926987.34375);
        check(
                digest(new Shape(1, 67, 130, 1), PixelType.F32, 37, 11),
                -5,
                26.875,
                95247.625,
                1784732.359375,
                1227949.875,
                299058.6875);
        check(
                digest(new Shape(1, 100, 101, 1), PixelType.F32, 37, 11),
                -5,
                26.875,
                110444.25,
                2069443.96875,
                1411606.5);
    }

    @Test
    void leavesOutNaN() {
        MemorySegment pixels = arena.allocateFrom(ValueLayout.JAVA_FLOAT, Float.NaN, 2, -3, Float.NaN, 1);
        assertEquals(new FrameStatistics(3, -3, 2, 0, 14), Summing.of(pixels, PixelType.F32));
    }

    @Test
    void ofOnlyNaNHasNoSamples() {
        MemorySegment pixels = arena.allocateFrom(ValueLayout.JAVA_FLOAT, Float.NaN, Float.NaN);
        FrameStatistics statistics = Summing.of(pixels, PixelType.F32);
        assertEquals(FrameStatistics.NONE, statistics);
        assertTrue(Double.isNaN(statistics.mean()));
    }

    @Test
    void extremesAreExact() {
        MemorySegment white = arena.allocate(1 << 20).fill((byte) 0xff);
        assertEquals(
                new FrameStatistics(1 << 19, 65535, 65535, 65535.0 * (1 << 19), 65535.0 * 65535 * (1 << 19)),
                Summing.of(white, PixelType.U16));
        assertEquals(
                new FrameStatistics(1 << 20, 255, 255, 255.0 * (1 << 20), 65025.0 * (1 << 20)),
                Summing.of(white, PixelType.U8));
    }

    @Test
    void noticesAChangedBit() {
        Digest digest = digest(new Shape(1, 100, 101, 1), PixelType.U8, 37, 11);
        assertTrue(digest.pixelsAreRight(0) && digest.levelsAreRight(0));
        digest.pixels().set(ValueLayout.JAVA_BYTE, 5000, (byte) (digest.pixels().get(ValueLayout.JAVA_BYTE, 5000) ^ 4));
        assertFalse(digest.pixelsAreRight(0));
        assertTrue(digest.levelsAreRight(0));
        digest.levels().set(ValueLayout.JAVA_BYTE, 0, (byte) (digest.levels().get(ValueLayout.JAVA_BYTE, 0) ^ 1));
        assertFalse(digest.levelsAreRight(0));
    }
}
