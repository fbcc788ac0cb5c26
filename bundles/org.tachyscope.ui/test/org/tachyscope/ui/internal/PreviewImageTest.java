package org.tachyscope.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;

class PreviewImageTest {

    @Test
    void stretchesGrayFromTheDarkestToTheBrightest() {
        Frame frame = new Frame(1, 3, 1, PixelType.U8, MemorySegment.ofArray(new byte[] {10, 20, 30}));
        ImageData data = PreviewImage.of(frame);
        assertEquals(0x000000, data.getPixel(0, 0));
        assertEquals(0x808080, data.getPixel(1, 0));
        assertEquals(0xffffff, data.getPixel(2, 0));
    }

    @Test
    void showsRedGreenAndBlue() {
        Frame frame = new Frame(1, 2, 3, PixelType.U8, MemorySegment.ofArray(new byte[] {0, 100, 0, 100, 0, 50}));
        ImageData data = PreviewImage.of(frame);
        assertEquals(0x00ff00, data.getPixel(0, 0));
        assertEquals(0xff0080, data.getPixel(1, 0));
    }

    @Test
    void takesTheMeanOfWhatAPixelCovers() {
        byte[] pixels = new byte[1802];
        pixels[0] = 100;
        pixels[1800] = 60;
        pixels[1801] = 90;
        Frame frame = new Frame(1, 1802, 1, PixelType.U8, MemorySegment.ofArray(pixels));
        ImageData data = PreviewImage.of(frame);
        assertEquals(601, data.width); // three columns become one
        assertEquals(0x717171, data.getPixel(0, 0)); // 255 · 33.3 / 75, which the last two columns come to
    }
}
