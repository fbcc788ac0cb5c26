package org.tachyscope.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class PixelTypeTest {

    @Test
    void bytesAreUnsigned() {
        assertEquals(255, PixelType.U8.get(MemorySegment.ofArray(new byte[] {0, -1}), 1));
    }

    @Test
    void shortsAreUnsigned() {
        assertEquals(65_535, PixelType.U16.get(MemorySegment.ofArray(new short[] {0, -1}), 1));
    }

    @Test
    void floatsKeepNaN() {
        assertEquals(Double.NaN, PixelType.F32.get(MemorySegment.ofArray(new float[] {1, Float.NaN}), 1));
    }
}
