package org.tachyscope.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

    @Test
    void countsSamplesOfRowFrameAndStack() {
        Shape shape = new Shape(5, 2, 3, 4);
        assertEquals(12, shape.samplesPerRow());
        assertEquals(24, shape.samplesPerFrame());
        assertEquals(120, shape.samples());
    }

    @Test
    void stackMayHoldMoreThanTwoToThe31Samples() {
        assertEquals(20_000L * 4096 * 4096, new Shape(20_000, 4096, 4096, 1).samples());
    }

    @ParameterizedTest
    @CsvSource({"0,1,1,1", "1,0,1,1", "1,1,0,1", "1,1,1,0", "-1,1,1,1"})
    void refusesEmptyAxes(long frames, int height, int width, int channels) {
        assertThrows(IllegalArgumentException.class, () -> new Shape(frames, height, width, channels));
    }

    @ParameterizedTest
    @CsvSource({"1,65536,32768,1", "1,46341,46341,1", "1,2147483647,2147483647,2147483647", "1,32768,32768,2"})
    void refusesFramesOfMoreThanTwoToThe31Samples(long frames, int height, int width, int channels) {
        assertThrows(IllegalArgumentException.class, () -> new Shape(frames, height, width, channels));
    }

    @Test
    void refusesMoreSamplesThanALongCounts() {
        assertThrows(ArithmeticException.class, () -> new Shape(Long.MAX_VALUE, 2, 1, 1));
    }

    @Test
    void printsChannelsOnlyIfThereAreSeveral() {
        assertEquals("400 × 1024 × 768", new Shape(400, 1024, 768, 1).toString());
        assertEquals("1 × 2 × 3 × 4", new Shape(1, 2, 3, 4).toString());
    }
}
