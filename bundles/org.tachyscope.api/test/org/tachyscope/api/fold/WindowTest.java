package org.tachyscope.api.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

class WindowTest {

    private static final Window ALL = Window.all(new Shape(4, 3, 2, 1), PixelType.U8);

    @Test
    void countsItsOwnSamples() {
        assertEquals(6, ALL.samplesPerFrame());
        assertEquals(4, ALL.withRows(1, 2).samplesPerFrame());
    }

    @Test
    void refusesToReachOutOfTheStack() {
        assertThrows(IndexOutOfBoundsException.class, () -> ALL.withFrames(2, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> ALL.withRows(2, 2));
    }

    @Test
    void refusesToBeEmpty() {
        assertThrows(IllegalArgumentException.class, () -> ALL.withFrames(1, 0));
        assertThrows(IllegalArgumentException.class, () -> ALL.withRows(1, 0));
    }

    @Test
    void blockShowsTheRowsOfEachFrame() {
        byte[] pixels = new byte[24];
        pixels[2 * 6 + 3] = 9;
        MemorySegment fromRowOne = MemorySegment.ofArray(pixels).asSlice(2);
        Block block = new Block(ALL.withRows(1, 1), fromRowOne, 6);
        assertEquals(9, block.frame(2).get(ValueLayout.JAVA_BYTE, 1));
        assertEquals(9, block.sample(2, 1));
        assertEquals(0, block.sample(1, 1));
    }
}
