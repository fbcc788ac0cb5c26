package org.tachyscope.load.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tachyscope.api.data.Cursor;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Stack;

class ConversionTest {

    private static float[] convert(String descr, ByteBuffer samples) {
        SampleType type = SampleType.of(descr).orElseThrow();
        int count = samples.capacity() / type.kind().bytes();
        float[] out = new float[count];
        new Conversion(type).convert(MemorySegment.ofArray(samples.array()), MemorySegment.ofArray(out), count);
        return out;
    }

    private static float[] ints(String descr, int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(order(descr));
        for (int value : values) {
            buffer.putInt(value);
        }
        return convert(descr, buffer);
    }

    private static float[] longs(String descr, long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(order(descr));
        for (long value : values) {
            buffer.putLong(value);
        }
        return convert(descr, buffer);
    }

    private static float[] doubles(String descr, double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(order(descr));
        for (double value : values) {
            buffer.putDouble(value);
        }
        return convert(descr, buffer);
    }

    private static ByteOrder order(String descr) {
        return descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    @Test
    void roundsWideIntegersToNearest() {
        for (String descr : new String[] {"<i4", ">i4"}) {
            assertArrayEquals(
                    new float[] {16777216f, 16777216f, 16777220f, -2147483648f, 2147483648f},
                    ints(descr, 16777216, 16777217, 16777219, Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        assertArrayEquals(new float[] {4294967296f, 2147483648f, 7}, ints("<u4", -1, Integer.MIN_VALUE, 7));
        assertArrayEquals(
                new float[] {16777216f, 16777220f, -9.223372e18f}, longs(">i8", 16777217, 16777219, Long.MIN_VALUE));
    }

    @Test
    void roundsUnsignedLongsOnce() {
        // Floats are 2^40 apart above 2^63: a half goes to even, and the least bit more goes up.
        float twoTo63 = 0x1p63f;
        assertArrayEquals(
                new float[] {twoTo63, twoTo63, Math.nextUp(twoTo63), 0x1p64f, 16777220f},
                longs("<u8", 1L << 63, 1L << 63 | 1L << 39, 1L << 63 | 1L << 39 | 1, -1, 16777219));
    }

    @Test
    void roundsDoublesToNearest() {
        for (String descr : new String[] {"<f8", ">f8"}) {
            assertArrayEquals(
                    new float[] {0.1f, Float.POSITIVE_INFINITY, Float.NaN, -0f, Float.NEGATIVE_INFINITY, 0f},
                    doubles(descr, 0.1, 1e39, Double.NaN, -0.0, Double.NEGATIVE_INFINITY, 1e-60));
        }
    }

    @Test
    void widensHalvesExactly() {
        ByteBuffer halves = ByteBuffer.allocate(10).order(ByteOrder.BIG_ENDIAN);
        halves.putShort((short) 0x3c00).putShort((short) 0x3555).putShort((short) 0x0001);
        halves.putShort((short) 0xfbff).putShort((short) 0x7c00);
        assertArrayEquals(
                new float[] {1, 0.333251953125f, 0x1p-24f, -65504, Float.POSITIVE_INFINITY}, convert(">f2", halves));
    }

    @Test
    void keepsGoingBehindItsChunks() {
        int[] values = new int[10_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = 3 * i - 5000;
        }
        float[] out = ints(">i4", values);
        assertEquals(10_001, out.length);
        for (int i = 0; i < out.length; i++) {
            assertEquals(3f * i - 5000, out[i]);
        }
    }

    @Test
    void readsPixelsAtOddOffsets(@TempDir Path folder) throws IOException {
        byte[] pixels = new byte[2 * 3 * 5 * 4];
        ByteBuffer floats = ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 30; i++) {
            floats.putFloat(i + 0.5f);
        }
        String header = Npy.header("<f4", false, "(2, 3, 5)");
        header = header.length() % 2 == 0 ? header + " " : header; // pixels begin at 10 + an odd number
        try (Stack stack = Npy.open(Npy.write(folder.resolve("odd.npy"), header, pixels));
                Cursor cursor = stack.cursor()) {
            MemorySegment all = stack.contiguous().orElseThrow();
            assertEquals(1, all.address() % 2);
            assertEquals(29.5, PixelType.F32.get(all, 29));
            assertEquals(29.5, cursor.frame(1).sample(2, 4, 0));
            float[] copy = new float[15];
            MemorySegment.copy(cursor.frame(1).pixels(), ValueLayout.JAVA_FLOAT_UNALIGNED, 0, copy, 0, 15);
            assertEquals(15.5f, copy[0]);
        }
    }
}
