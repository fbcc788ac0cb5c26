package org.tachyscope.ops.space;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.data.PixelType;

/**
 * Converts runs of samples to float64 and back. Goes through arrays, because loops over them are fast long before those over
 * segments are compiled.
 */
final class Rows {

    private Rows() {}

    /** Reads samples {@code first … first + count − 1} into the start of {@code row}. Exact. */
    static void load(PixelType type, MemorySegment samples, long first, int count, double[] row) {
        MemorySegment run = samples.asSlice(first * type.bytes(), (long) count * type.bytes());
        switch (type) {
            case U8 -> {
                byte[] raw = run.toArray(JAVA_BYTE);
                for (int i = 0; i < raw.length; i++) {
                    row[i] = raw[i] & 0xff;
                }
            }
            case U16 -> {
                short[] raw = run.toArray(JAVA_SHORT_UNALIGNED);
                for (int i = 0; i < raw.length; i++) {
                    row[i] = raw[i] & 0xffff;
                }
            }
            case F32 -> {
                float[] raw = run.toArray(JAVA_FLOAT_UNALIGNED);
                for (int i = 0; i < raw.length; i++) {
                    row[i] = raw[i];
                }
            }
        }
    }

    /**
     * Writes the start of {@code row} to samples {@code first … first + count − 1}. Integers are ⌊x + ½⌋, saturated, and 0
     * for NaN; F32 is the nearest.
     */
    static void store(double[] row, PixelType type, MemorySegment samples, long first, int count) {
        long at = first * type.bytes();
        switch (type) {
            case U8 -> {
                byte[] raw = new byte[count];
                for (int i = 0; i < count; i++) {
                    raw[i] = (byte) rounded(row[i], 255);
                }
                MemorySegment.copy(raw, 0, samples, JAVA_BYTE, at, count);
            }
            case U16 -> {
                short[] raw = new short[count];
                for (int i = 0; i < count; i++) {
                    raw[i] = (short) rounded(row[i], 65_535);
                }
                MemorySegment.copy(raw, 0, samples, JAVA_SHORT_UNALIGNED, at, count);
            }
            case F32 -> {
                float[] raw = new float[count];
                for (int i = 0; i < count; i++) {
                    raw[i] = (float) row[i];
                }
                MemorySegment.copy(raw, 0, samples, JAVA_FLOAT_UNALIGNED, at, count);
            }
        }
    }

    private static int rounded(double x, int max) {
        return Math.clamp((int) Math.floor(x + 0.5), 0, max);
    }
}
