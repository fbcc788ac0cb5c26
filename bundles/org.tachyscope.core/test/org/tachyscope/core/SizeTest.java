package org.tachyscope.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

class SizeTest {

    @Test
    void ofAStackIsThatOfAllItsSamples() {
        Shape shape = new Shape(7, 5, 3, 2);
        assertEquals(210, Size.of(shape, PixelType.U8));
        assertEquals(420, Size.of(shape, PixelType.U16));
        assertEquals(840, Size.of(shape, PixelType.F32));
    }

    @Test
    void ofALargeStackIsExact() {
        assertEquals(8_000_000_000_000L, Size.of(new Shape(2_000_000, 1000, 1000, 1), PixelType.F32));
    }

    @Test
    void isReadInThreeDigitsOfDecimalUnits() {
        assertEquals("0 bytes", Size.text(0));
        assertEquals("999 bytes", Size.text(999));
        assertEquals("1 kB", Size.text(1000));
        assertEquals("4.20 MB", Size.text(4_200_000));
        assertEquals("4.25 MB", Size.text(4_250_000));
        assertEquals("105 MB", Size.text(104_857_600));
        assertEquals("1 GB", Size.text(999_600_000));
        assertEquals("9.22 EB", Size.text(Long.MAX_VALUE));
    }
}
