package org.tachyscope.ui.views.frame;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.tachyscope.api.data.Frame;

/**
 * Reads parts of rows of frames, as colours or as numbers. Frames of 3 or 4 channels are red, green, blue and an ignored
 * rest; of all others the first channel is shown. Belongs to one thread and keeps buffers.
 */
final class Row {

    private byte[] bytes = new byte[0];
    private short[] shorts = new short[0];
    private float[] floats = new float[0];

    /** Tells whether the channels of a frame are red, green and blue. */
    static boolean rgb(int channels) {
        return channels == 3 || channels == 4;
    }

    /** Writes the colours of {@code count} pixels from {@code column} on to {@code out}. */
    void colors(Frame frame, int row, int column, int count, ToneMap tones, int[] out) {
        read(frame, row, column, count);
        int c = frame.channels();
        int[] table = tones.table();
        switch (frame.type()) {
            case U8 -> {
                if (rgb(c)) {
                    rgbOfBytes(count, c, table, out);
                } else {
                    grayOfBytes(count, c, table, out);
                }
            }
            case U16 -> {
                if (rgb(c)) {
                    rgbOfShorts(count, c, table, out);
                } else {
                    grayOfShorts(count, c, table, out);
                }
            }
            case F32 -> {
                if (rgb(c)) {
                    rgbOfFloats(count, c, tones, out);
                } else {
                    grayOfFloats(count, c, tones, out);
                }
            }
        }
    }

    /** Adds {@code weight} times all samples of {@code count} pixels from {@code column} on to {@code sums}. */
    void addTo(float[] sums, float weight, Frame frame, int row, int column, int count) {
        read(frame, row, column, count);
        int samples = count * frame.channels();
        switch (frame.type()) {
            case U8 -> {
                for (int i = 0; i < samples; i++) {
                    sums[i] += weight * (bytes[i] & 0xff);
                }
            }
            case U16 -> {
                for (int i = 0; i < samples; i++) {
                    sums[i] += weight * (shorts[i] & 0xffff);
                }
            }
            case F32 -> {
                for (int i = 0; i < samples; i++) {
                    sums[i] += weight * floats[i];
                }
            }
        }
    }

    private void read(Frame frame, int row, int column, int count) {
        int c = frame.channels();
        int samples = count * c;
        long from = ((long) row * frame.width() + column) * c * frame.type().bytes();
        MemorySegment pixels = frame.pixels();
        switch (frame.type()) {
            case U8 -> {
                bytes = bytes.length < samples ? new byte[samples] : bytes;
                MemorySegment.copy(pixels, ValueLayout.JAVA_BYTE, from, bytes, 0, samples);
            }
            case U16 -> {
                shorts = shorts.length < samples ? new short[samples] : shorts;
                MemorySegment.copy(pixels, ValueLayout.JAVA_SHORT_UNALIGNED, from, shorts, 0, samples);
            }
            case F32 -> {
                floats = floats.length < samples ? new float[samples] : floats;
                MemorySegment.copy(pixels, ValueLayout.JAVA_FLOAT_UNALIGNED, from, floats, 0, samples);
            }
        }
    }

    private void grayOfBytes(int count, int c, int[] table, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = table[bytes[i * c] & 0xff];
        }
    }

    private void rgbOfBytes(int count, int c, int[] table, int[] out) {
        for (int i = 0, s = 0; i < count; i++, s += c) {
            out[i] = mix(table[bytes[s] & 0xff], table[bytes[s + 1] & 0xff], table[bytes[s + 2] & 0xff]);
        }
    }

    private void grayOfShorts(int count, int c, int[] table, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = table[shorts[i * c] & 0xffff];
        }
    }

    private void rgbOfShorts(int count, int c, int[] table, int[] out) {
        for (int i = 0, s = 0; i < count; i++, s += c) {
            out[i] = mix(table[shorts[s] & 0xffff], table[shorts[s + 1] & 0xffff], table[shorts[s + 2] & 0xffff]);
        }
    }

    private void grayOfFloats(int count, int c, ToneMap tones, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = tones.color(floats[i * c]);
        }
    }

    private void rgbOfFloats(int count, int c, ToneMap tones, int[] out) {
        for (int i = 0, s = 0; i < count; i++, s += c) {
            out[i] = rgb(tones, floats[s], floats[s + 1], floats[s + 2]);
        }
    }

    /** Returns the colour of a pixel of three values, of which a NaN hides the others. */
    static int rgb(ToneMap tones, float r, float g, float b) {
        return Float.isNaN(r + g + b) && (Float.isNaN(r) || Float.isNaN(g) || Float.isNaN(b))
                ? tones.nan()
                : mix(tones.color(r), tones.color(g), tones.color(b));
    }

    private static int mix(int r, int g, int b) {
        return r & 0xff0000 | g & 0xff00 | b & 0xff;
    }
}
