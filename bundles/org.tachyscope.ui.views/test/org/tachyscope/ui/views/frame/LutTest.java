package org.tachyscope.ui.views.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tachyscope.ui.api.ColorMap;

class LutTest {

    /** Entries 0, 64, 128, 200, 255 as matplotlib 3.10 gives them, as hex colours. */
    @ParameterizedTest
    @CsvSource({
        "VIRIDIS, 440154, 3b528b, 21918c, 70cf57, fde725",
        "INFERNO, 000004, 57106e, bc3754, fb9d07, fcffa4",
        "PLASMA,  0d0887, 7e03a8, cc4778, fba139, f0f921",
        "TURBO,   30123b, 28bceb, a4fc3c, f46617, 7a0403",
    })
    void hasThePublishedColors(ColorMap map, String c0, String c64, String c128, String c200, String c255) {
        Lut lut = Lut.of(map);
        assertEquals(c0, hex(lut.color(0)));
        assertEquals(c64, hex(lut.color(64)));
        assertEquals(c128, hex(lut.color(128)));
        assertEquals(c200, hex(lut.color(200)));
        assertEquals(c255, hex(lut.color(255)));
    }

    @Test
    void grayIsARamp() {
        Lut lut = Lut.of(ColorMap.GRAY);
        assertEquals("000000", hex(lut.color(0)));
        assertEquals("646464", hex(lut.color(100)));
        assertEquals("ffffff", hex(lut.color(255)));
    }

    @Test
    void invertedGrayRunsBackwards() {
        Lut lut = Lut.of(ColorMap.INVERTED);
        assertEquals("ffffff", hex(lut.color(0)));
        assertEquals("9b9b9b", hex(lut.color(100)));
        assertEquals("000000", hex(lut.color(255)));
    }

    @ParameterizedTest
    @EnumSource(value = ColorMap.class, mode = EnumSource.Mode.EXCLUDE, names = "RANGE")
    void valuesOutOfRangeLookLikeTheEnds(ColorMap map) {
        Lut lut = Lut.of(map);
        assertEquals(lut.color(0), lut.below());
        assertEquals(lut.color(255), lut.above());
    }

    @Test
    void rangeCheckMarksBothEnds() {
        Lut lut = Lut.of(ColorMap.RANGE);
        assertEquals("2060ff", hex(lut.color(0)));
        assertEquals("2060ff", hex(lut.below()));
        assertEquals("010101", hex(lut.color(1)));
        assertEquals("fefefe", hex(lut.color(254)));
        assertEquals("ff2020", hex(lut.color(255)));
        assertEquals("ff2020", hex(lut.above()));
    }

    @ParameterizedTest
    @EnumSource(ColorMap.class)
    void nanLooksLikeNoValue(ColorMap map) {
        Lut lut = Lut.of(map);
        for (int i = 0; i < 256; i++) {
            assertNotEquals(lut.nan(), lut.color(i));
        }
    }

    @Test
    void channelsOfColorFramesAreRamps() {
        assertEquals("646464", hex(Lut.ofChannel(ColorMap.VIRIDIS).color(100)));
        assertEquals("9b9b9b", hex(Lut.ofChannel(ColorMap.INVERTED).color(100)));
    }

    private static String hex(int color) {
        return String.format("%06x", color);
    }
}
