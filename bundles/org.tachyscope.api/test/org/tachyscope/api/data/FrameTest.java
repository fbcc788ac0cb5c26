package org.tachyscope.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class FrameTest {

    @Test
    void findsSamplesByRowColumnAndChannel() {
        byte[] samples = new byte[2 * 3 * 2];
        samples[(1 * 3 + 2) * 2 + 1] = 42;
        Frame frame = new Frame(2, 3, 2, PixelType.U8, MemorySegment.ofArray(samples));
        assertEquals(42, frame.sample(1, 2, 1));
        assertEquals(0, frame.sample(1, 2, 0));
    }

    @Test
    void refusesPixelsOfAnotherSize() {
        MemorySegment tooShort = MemorySegment.ofArray(new byte[7]);
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> new Frame(2, 2, 1, PixelType.U16, tooShort));
        assertEquals("a U16 frame of 2 × 2 × 1 needs 8 bytes, got 7", error.getMessage());
    }
}
