package org.tachyscope.load.cache;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;

/**
 * Makes a frame half as high and wide, rounded up: a pixel is the mean of the four that it covers, of two at an odd edge. U8 and
 * U16 are rounded half up; a NaN makes a NaN.
 */
final class Halving {

    private Halving() {}

    /**
     * Halves one frame.
     *
     * @param shape of {@code in}
     * @param out {@code (height + 1) / 2} rows of {@code (width + 1) / 2} pixels
     */
    static void halve(MemorySegment in, Shape shape, PixelType type, MemorySegment out) {
        int columns = (shape.width() + 1) / 2 * shape.channels();
        Rows rows = switch (type) {
            case U8 -> new Bytes(shape.samplesPerRow(), columns);
            case U16 -> new Shorts(shape.samplesPerRow(), columns);
            case F32 -> new Floats(shape.samplesPerRow(), columns);
        };
        for (int row = 0; row < shape.height(); row += 2) {
            rows.read(in, row, Math.min(row + 1, shape.height() - 1));
            rows.halve(shape.width(), shape.channels());
            rows.write(out, row / 2);
        }
    }

    /** Holds two rows and the one that they become. At an odd edge the last column stands for the missing one. */
    private sealed interface Rows {
        void read(MemorySegment in, int upper, int lower);

        void halve(int width, int channels);

        void write(MemorySegment out, int row);
    }

    private static final class Bytes implements Rows {
        private final byte[] upper;
        private final byte[] lower;
        private final byte[] half;

        Bytes(int samples, int columns) {
            upper = new byte[samples];
            lower = new byte[samples];
            half = new byte[columns];
        }

        @Override
        public void read(MemorySegment in, int first, int second) {
            MemorySegment.copy(in, JAVA_BYTE, (long) first * upper.length, upper, 0, upper.length);
            MemorySegment.copy(in, JAVA_BYTE, (long) second * lower.length, lower, 0, lower.length);
        }

        @Override
        public void halve(int width, int channels) {
            int pairs = width / 2;
            if (channels == 1) {
                for (int x = 0; x < pairs; x++) {
                    half[x] = mean(2 * x, 2 * x + 1);
                }
            } else {
                for (int x = 0; x < pairs; x++) {
                    for (int c = 0; c < channels; c++) {
                        half[x * channels + c] = mean(2 * x * channels + c, (2 * x + 1) * channels + c);
                    }
                }
            }
            for (int i = pairs * channels; i < half.length; i++) {
                half[i] = mean(i + pairs * channels, i + pairs * channels);
            }
        }

        private byte mean(int left, int right) {
            return (byte)
                    ((upper[left] & 0xff) + (upper[right] & 0xff) + (lower[left] & 0xff) + (lower[right] & 0xff) + 2
                            >> 2);
        }

        @Override
        public void write(MemorySegment out, int row) {
            MemorySegment.copy(half, 0, out, JAVA_BYTE, (long) row * half.length, half.length);
        }
    }

    private static final class Shorts implements Rows {
        private static final ValueLayout.OfShort LAYOUT = ValueLayout.JAVA_SHORT_UNALIGNED;
        private final short[] upper;
        private final short[] lower;
        private final short[] half;

        Shorts(int samples, int columns) {
            upper = new short[samples];
            lower = new short[samples];
            half = new short[columns];
        }

        @Override
        public void read(MemorySegment in, int first, int second) {
            MemorySegment.copy(in, LAYOUT, (long) first * upper.length * Short.BYTES, upper, 0, upper.length);
            MemorySegment.copy(in, LAYOUT, (long) second * lower.length * Short.BYTES, lower, 0, lower.length);
        }

        @Override
        public void halve(int width, int channels) {
            int pairs = width / 2;
            if (channels == 1) {
                for (int x = 0; x < pairs; x++) {
                    half[x] = mean(2 * x, 2 * x + 1);
                }
            } else {
                for (int x = 0; x < pairs; x++) {
                    for (int c = 0; c < channels; c++) {
                        half[x * channels + c] = mean(2 * x * channels + c, (2 * x + 1) * channels + c);
                    }
                }
            }
            for (int i = pairs * channels; i < half.length; i++) {
                half[i] = mean(i + pairs * channels, i + pairs * channels);
            }
        }

        private short mean(int left, int right) {
            return (short) ((upper[left] & 0xffff)
                            + (upper[right] & 0xffff)
                            + (lower[left] & 0xffff)
                            + (lower[right] & 0xffff)
                            + 2
                    >> 2);
        }

        @Override
        public void write(MemorySegment out, int row) {
            MemorySegment.copy(half, 0, out, LAYOUT, (long) row * half.length * Short.BYTES, half.length);
        }
    }

    private static final class Floats implements Rows {
        private static final ValueLayout.OfFloat LAYOUT = ValueLayout.JAVA_FLOAT_UNALIGNED;
        private final float[] upper;
        private final float[] lower;
        private final float[] half;

        Floats(int samples, int columns) {
            upper = new float[samples];
            lower = new float[samples];
            half = new float[columns];
        }

        @Override
        public void read(MemorySegment in, int first, int second) {
            MemorySegment.copy(in, LAYOUT, (long) first * upper.length * Float.BYTES, upper, 0, upper.length);
            MemorySegment.copy(in, LAYOUT, (long) second * lower.length * Float.BYTES, lower, 0, lower.length);
        }

        @Override
        public void halve(int width, int channels) {
            int pairs = width / 2;
            if (channels == 1) {
                for (int x = 0; x < pairs; x++) {
                    half[x] = mean(2 * x, 2 * x + 1);
                }
            } else {
                for (int x = 0; x < pairs; x++) {
                    for (int c = 0; c < channels; c++) {
                        half[x * channels + c] = mean(2 * x * channels + c, (2 * x + 1) * channels + c);
                    }
                }
            }
            for (int i = pairs * channels; i < half.length; i++) {
                half[i] = mean(i + pairs * channels, i + pairs * channels);
            }
        }

        private float mean(int left, int right) {
            return ((upper[left] + upper[right]) + (lower[left] + lower[right])) * 0.25f;
        }

        @Override
        public void write(MemorySegment out, int row) {
            MemorySegment.copy(half, 0, out, LAYOUT, (long) row * half.length * Float.BYTES, half.length);
        }
    }
}
