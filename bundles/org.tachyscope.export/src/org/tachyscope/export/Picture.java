package org.tachyscope.export;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;

/** Makes images of frames. */
final class Picture {

    /** Stands out from every colour map. */
    static final int NAN = 0xff00ff;

    private Picture() {}

    /** Returns the samples of a U8 or U16 frame of 1, 3 or 4 channels as they are: gray, RGB, or RGB and opacity. */
    static BufferedImage kept(Frame frame) {
        DataBuffer buffer = switch (frame.type()) {
            case U8 -> {
                byte[] bytes = new byte[frame.samples()];
                MemorySegment.copy(frame.pixels(), ValueLayout.JAVA_BYTE, 0, bytes, 0, bytes.length);
                yield new DataBufferByte(bytes, bytes.length);
            }
            case U16 -> {
                short[] shorts = new short[frame.samples()];
                MemorySegment.copy(frame.pixels(), ValueLayout.JAVA_SHORT_UNALIGNED, 0, shorts, 0, shorts.length);
                yield new DataBufferUShort(shorts, shorts.length);
            }
            case F32 -> throw new IllegalArgumentException("PNG holds U8 and U16 as they are, not F32");
        };
        return image(frame.height(), frame.width(), frame.channels(), buffer);
    }

    /** Returns gray samples, or the first three channels, stretched to 8 bits. NaN is black: use it without NaN. */
    static BufferedImage gray(Frame frame, Stretch stretch, Progress progress) {
        int shown = shown(frame);
        byte[] bytes = bytes(frame, shown);
        new Samples(frame, progress).forEach((first, values, count) -> {
            int to = first / frame.channels() * shown;
            for (int i = 0; i < count; i++) {
                if (i % frame.channels() < shown) {
                    bytes[to++] = (byte) stretch.index(values[i]);
                }
            }
        });
        return image(frame.height(), frame.width(), shown, new DataBufferByte(bytes, bytes.length));
    }

    /** Returns gray samples in the colours of {@code map}, or the first three channels; NaN is {@link #NAN}. */
    static BufferedImage colored(Frame frame, Stretch stretch, ColorMap map, Progress progress) {
        int[] colors = map.colors();
        byte[] bytes = bytes(frame, 3);
        int channels = frame.channels();
        new Samples(frame, progress).forEach((first, values, count) -> {
            for (int i = 0; i < count; i += channels) {
                int rgb = channels == 1 ? color(values[i], stretch, colors) : color(values, i, stretch);
                int to = (first + i) / channels * 3;
                bytes[to] = (byte) (rgb >> 16);
                bytes[to + 1] = (byte) (rgb >> 8);
                bytes[to + 2] = (byte) rgb;
            }
        });
        return image(frame.height(), frame.width(), 3, new DataBufferByte(bytes, bytes.length));
    }

    private static int color(float sample, Stretch stretch, int[] colors) {
        return Float.isNaN(sample) ? NAN : colors[stretch.index(sample)];
    }

    private static int color(float[] values, int i, Stretch stretch) {
        return anyNaN(values, i)
                ? NAN
                : stretch.index(values[i]) << 16 | stretch.index(values[i + 1]) << 8 | stretch.index(values[i + 2]);
    }

    private static boolean anyNaN(float[] values, int i) {
        return Float.isNaN(values[i]) || Float.isNaN(values[i + 1]) || Float.isNaN(values[i + 2]);
    }

    /** Counts the pixels that have a NaN in a channel that is shown. */
    static long nans(Frame frame, Progress progress) {
        long[] nans = new long[1];
        int shown = shown(frame);
        new Samples(frame, progress).forEach((_, values, count) -> {
            for (int i = 0; i < count; i += frame.channels()) {
                if (shown == 1 ? Float.isNaN(values[i]) : anyNaN(values, i)) {
                    nans[0]++;
                }
            }
        });
        return nans[0];
    }

    private static int shown(Frame frame) {
        return Math.min(frame.channels(), 3);
    }

    private static byte[] bytes(Frame frame, int channels) {
        long size = (long) frame.height() * frame.width() * channels;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a picture of " + frame.height() + " × " + frame.width()
                    + " px takes more than 2^31 bytes; export it as npy");
        }
        return new byte[(int) size];
    }

    private static BufferedImage image(int height, int width, int channels, DataBuffer buffer) {
        boolean opacity = channels == 4;
        var space = ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        var model = new ComponentColorModel(
                space, opacity, false, opacity ? Transparency.TRANSLUCENT : Transparency.OPAQUE, buffer.getDataType());
        int[] offsets = channels == 1 ? new int[] {0} : channels == 3 ? new int[] {0, 1, 2} : new int[] {0, 1, 2, 3};
        var raster = Raster.createInterleavedRaster(buffer, width, height, width * channels, channels, offsets, null);
        return new BufferedImage(model, raster, false, null);
    }
}
