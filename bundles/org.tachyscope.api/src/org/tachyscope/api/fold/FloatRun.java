package org.tachyscope.api.fold;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Adds up neighbouring F32 samples in float64, in an order that doesn't depend on the width of vectors: sample i goes to part
 * i mod {@value #PARTS}, and the parts are added up in pairs, k and k + 16, then k and k + 8, and so on.
 */
public final class FloatRun {

    /** Number of parts. */
    public static final int PARTS = 32;

    private FloatRun() {}

    /**
     * Returns the sum of {@code count} samples; NaN if one is, or if there are infinities of both signs.
     *
     * @param at byte of the first sample, not necessarily aligned
     */
    public static double sum(MemorySegment pixels, long at, int count) {
        double[] parts = new double[PARTS];
        int whole = count - count % PARTS;
        for (int i = 0; i < whole; i += PARTS) {
            for (int k = 0; k < PARTS; k++) {
                parts[k] += pixels.get(JAVA_FLOAT_UNALIGNED, at + 4L * (i + k));
            }
        }
        return sum(parts, pixels, at + 4L * whole, count - whole);
    }

    /** Adds the last samples, fewer than {@value #PARTS}, to the parts, and the parts up, which changes them. */
    public static double sum(double[] parts, MemorySegment pixels, long at, int count) {
        for (int k = 0; k < count; k++) {
            parts[k] += pixels.get(JAVA_FLOAT_UNALIGNED, at + 4L * k);
        }
        for (int half = PARTS / 2; half > 0; half /= 2) {
            for (int k = 0; k < half; k++) {
                parts[k] += parts[k + half];
            }
        }
        return parts[0];
    }
}
