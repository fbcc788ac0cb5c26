package org.tachyscope.load.folder;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.PixelType;

/**
 * Turns colour into gray: {@code 0.299 R + 0.587 G + 0.114 B} (ITU-R BT.601), rounded half up for integers.
 *
 * <p>Exact, where OpenCV's fixed-point {@code cvtColor} is off by one for one colour in 800 at 8 bit.
 */
final class Luma {

    private static final int RED = 299;
    private static final int GREEN = 587;
    private static final int BLUE = 114;

    private final int first;
    private final int third;

    private Luma(int first, int third) {
        this.first = first;
        this.third = third;
    }

    /**
     * Writes one sample a pixel.
     *
     * @param bgr packed pixels in OpenCV's order: blue, green, red, perhaps alpha
     * @param channels samples of a pixel, 3 or 4
     * @param gray packed samples of the same type
     */
    static void ofBgr(MemorySegment bgr, int channels, PixelType type, MemorySegment gray) {
        write(new Luma(BLUE, RED), bgr, channels, type, gray);
    }

    /** Writes one sample a pixel of packed pixels in the order red, green, blue, perhaps alpha. */
    static void ofRgb(MemorySegment rgb, int channels, PixelType type, MemorySegment gray) {
        write(new Luma(RED, BLUE), rgb, channels, type, gray);
    }

    private static void write(Luma luma, MemorySegment from, int channels, PixelType type, MemorySegment gray) {
        long pixels = gray.byteSize() / type.bytes();
        switch (type) {
            case U8 -> luma.bytes(from, channels, gray, pixels);
            case U16 -> luma.shorts(from, channels, gray, pixels);
            case F32 -> luma.floats(from, channels, gray, pixels);
        }
    }

    private void bytes(MemorySegment from, int channels, MemorySegment gray, long pixels) {
        for (long p = 0; p < pixels; p++) {
            long at = p * channels;
            int sum = first * (from.get(JAVA_BYTE, at) & 0xff)
                    + GREEN * (from.get(JAVA_BYTE, at + 1) & 0xff)
                    + third * (from.get(JAVA_BYTE, at + 2) & 0xff);
            gray.set(JAVA_BYTE, p, (byte) ((sum + 500) / 1000));
        }
    }

    private void shorts(MemorySegment from, int channels, MemorySegment gray, long pixels) {
        for (long p = 0; p < pixels; p++) {
            long at = p * channels * Short.BYTES;
            int sum = first * (from.get(JAVA_SHORT_UNALIGNED, at) & 0xffff)
                    + GREEN * (from.get(JAVA_SHORT_UNALIGNED, at + 2) & 0xffff)
                    + third * (from.get(JAVA_SHORT_UNALIGNED, at + 4) & 0xffff);
            gray.set(JAVA_SHORT_UNALIGNED, p * Short.BYTES, (short) ((sum + 500) / 1000));
        }
    }

    private void floats(MemorySegment from, int channels, MemorySegment gray, long pixels) {
        for (long p = 0; p < pixels; p++) {
            long at = p * channels * Float.BYTES;
            double sum = (double) first * from.get(JAVA_FLOAT_UNALIGNED, at)
                    + (double) GREEN * from.get(JAVA_FLOAT_UNALIGNED, at + 4)
                    + (double) third * from.get(JAVA_FLOAT_UNALIGNED, at + 8);
            gray.set(JAVA_FLOAT_UNALIGNED, p * Float.BYTES, (float) (sum / 1000));
        }
    }
}
