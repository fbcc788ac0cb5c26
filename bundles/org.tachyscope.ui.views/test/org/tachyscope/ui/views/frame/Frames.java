package org.tachyscope.ui.views.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.tachyscope.api.data.Frame;
import org.tachyscope.api.data.PixelType;

/** Makes small frames. */
final class Frames {

    private Frames() {}

    static Frame u8(int height, int width, int channels, int... samples) {
        MemorySegment pixels = Arena.ofAuto().allocate(samples.length);
        for (int i = 0; i < samples.length; i++) {
            pixels.set(ValueLayout.JAVA_BYTE, i, (byte) samples[i]);
        }
        return new Frame(height, width, channels, PixelType.U8, pixels);
    }

    static Frame u16(int height, int width, int channels, int... samples) {
        MemorySegment pixels = Arena.ofAuto().allocate(2L * samples.length);
        for (int i = 0; i < samples.length; i++) {
            pixels.setAtIndex(ValueLayout.JAVA_SHORT_UNALIGNED, i, (short) samples[i]);
        }
        return new Frame(height, width, channels, PixelType.U16, pixels);
    }

    static Frame f32(int height, int width, int channels, float... samples) {
        MemorySegment pixels = Arena.ofAuto().allocate(4L * samples.length);
        MemorySegment.copy(samples, 0, pixels, ValueLayout.JAVA_FLOAT_UNALIGNED, 0, samples.length);
        return new Frame(height, width, channels, PixelType.F32, pixels);
    }
}
