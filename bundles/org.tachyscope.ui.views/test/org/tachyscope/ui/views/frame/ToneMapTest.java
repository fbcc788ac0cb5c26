package org.tachyscope.ui.views.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.ui.api.ColorMap;
import org.tachyscope.ui.api.Range;

class ToneMapTest {

    @Test
    void showsBytesAsTheyAreOverTheFullRange() {
        int[] table = gray(0, 255, PixelType.U8).table();
        assertEquals(256, table.length);
        for (int x = 0; x < 256; x++) {
            assertEquals(x << 16 | x << 8 | x, table[x]);
        }
    }

    /** (x − 100)/(200 − 100): 99 below, 100 → 0, 150 → 0.5 → entry 128, 175 → 192, 200 → 255, 201 above. */
    @Test
    void stretchesTheRangeOverTheColors() {
        int[] table = gray(100, 200, PixelType.U8).table();
        assertEquals(0x000000, table[99]);
        assertEquals(0x000000, table[100]);
        assertEquals(0x020202, table[101]);
        assertEquals(0x808080, table[150]);
        assertEquals(0xc0c0c0, table[175]);
        assertEquals(0xffffff, table[200]);
        assertEquals(0xffffff, table[201]);
    }

    @Test
    void marksValuesOutOfRangeInColorsOfTheirOwn() {
        ToneMap tones = new ToneMap(Lut.of(ColorMap.RANGE), new Range(10, 20), PixelType.F32);
        assertEquals(0x2060ff, tones.color(9.999f));
        assertEquals(0x808080, tones.color(15));
        assertEquals(0xff2020, tones.color(20.001f));
        assertEquals(0xff2020, tones.color(Double.POSITIVE_INFINITY));
        assertEquals(0x2060ff, tones.color(Double.NEGATIVE_INFINITY));
        assertEquals(0xd000d0, tones.color(Float.NaN));
    }

    /** 1000 … 5096 has 16 values an entry. */
    @Test
    void coversAllOfSixteenBits() {
        int[] table = gray(1000, 5096, PixelType.U16).table();
        assertEquals(65536, table.length);
        assertEquals(0x000000, table[999]);
        assertEquals(0x000000, table[1015]);
        assertEquals(0x010101, table[1016]);
        assertEquals(0xffffff, table[5080]);
        assertEquals(0xfefefe, table[5079]);
        assertEquals(0xffffff, table[65535]);
    }

    @Test
    void needsNoTableForFloats() {
        ToneMap tones = gray(-1, 1, PixelType.F32);
        assertEquals(0, tones.table().length);
        assertEquals(0x000000, tones.color(-1));
        assertEquals(0x808080, tones.color(0));
        assertEquals(0xffffff, tones.color(1));
    }

    private static ToneMap gray(double low, double high, PixelType type) {
        return new ToneMap(Lut.of(ColorMap.GRAY), new Range(low, high), type);
    }
}
