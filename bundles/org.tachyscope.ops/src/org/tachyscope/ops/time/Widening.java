package org.tachyscope.ops.time;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.tachyscope.api.data.PixelType;

/**
 * Converts samples to floats, exactly, at vector speed without vector code.
 *
 * <p>C2 of JDK 25 doesn't vectorise the loop that turns bytes or shorts into ints (0.3–0.6 ns a sample). But the JDK decodes
 * Latin-1, which widens 8 bits to 16, with vector instructions, and C2 vectorises {@link Float#float16ToFloat}. Up to 2047 the
 * bits of a binary16 number, read as an integer v, are the number v · 2⁻²⁴: subnormal below 1024, and the first normal numbers
 * have the same spacing. Together 0.1 ns a sample.
 */
final class Widening {

    private static final float UNIT = 0x1p24f;
    private static final int LOW_BITS = 11;
    private static final int LOW = (1 << LOW_BITS) - 1;

    private final PixelType type;
    private final byte[] bytes;
    private final char[] wide;
    private final short[] low;
    private final short[] high;
    private final ByteBuffer byteBuffer;
    private final CharBuffer wideBuffer;
    private final CharsetDecoder latin = StandardCharsets.ISO_8859_1.newDecoder();

    Widening(PixelType type, int mostSamples) {
        this.type = type;
        boolean narrow = type == PixelType.U8;
        boolean middle = type == PixelType.U16;
        bytes = new byte[narrow ? mostSamples : 0];
        wide = new char[narrow ? mostSamples : 0];
        low = new short[middle ? mostSamples : 0];
        high = new short[middle ? mostSamples : 0];
        byteBuffer = ByteBuffer.wrap(bytes);
        wideBuffer = CharBuffer.wrap(wide);
    }

    /** Converts the first {@code samples} samples of {@code from}. */
    void toFloats(MemorySegment from, float[] to, int samples) {
        switch (type) {
            case U8 -> bytes(from, to, samples);
            case U16 -> shorts(from, to, samples);
            case F32 -> MemorySegment.copy(from, JAVA_FLOAT_UNALIGNED, 0, to, 0, samples);
        }
    }

    private void bytes(MemorySegment from, float[] to, int samples) {
        MemorySegment.copy(from, JAVA_BYTE, 0, bytes, 0, samples);
        byteBuffer.clear().limit(samples);
        wideBuffer.clear();
        latin.reset();
        latin.decode(byteBuffer, wideBuffer, true);
        eleven(wide, to, samples);
    }

    private void shorts(MemorySegment from, float[] to, int samples) {
        MemorySegment.copy(from, JAVA_SHORT_UNALIGNED, 0, high, 0, samples);
        low(high, low, samples);
        high(high, samples);
        sixteen(low, high, to, samples);
    }

    private static void eleven(char[] from, float[] to, int samples) {
        for (int i = 0; i < samples; i++) {
            to[i] = Float.float16ToFloat((short) from[i]) * UNIT;
        }
    }

    private static void low(short[] from, short[] to, int samples) {
        for (int i = 0; i < samples; i++) {
            to[i] = (short) (from[i] & LOW);
        }
    }

    private static void high(short[] of, int samples) {
        for (int i = 0; i < samples; i++) {
            of[i] = (short) ((of[i] >> LOW_BITS) & 31);
        }
    }

    private static void sixteen(short[] low, short[] high, float[] to, int samples) {
        for (int i = 0; i < samples; i++) {
            to[i] = Float.float16ToFloat(low[i]) * UNIT + Float.float16ToFloat(high[i]) * (UNIT * (LOW + 1));
        }
    }
}
