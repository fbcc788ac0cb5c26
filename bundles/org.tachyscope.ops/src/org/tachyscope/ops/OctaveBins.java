package org.tachyscope.ops;

/**
 * Cuts each power of two among all finite float32 numbers into sixteen equal bins, so that a bin is at most 1/16 as wide as
 * its values are large, whatever the data. Below zero {@code from < x ≤ to}, the mirror image; −0 and 0 share the first bin
 * above zero; each infinity has a bin.
 */
record OctaveBins() implements Bins {

    /** Leaves sign, exponent and four bits of the mantissa. */
    private static final int SHIFT = 19;

    private static final int INFINITE = 0x7f800000 >> SHIFT;

    /** Bins of one sign. */
    private static final int HALF = INFINITE + 1;

    @Override
    public int size() {
        return 2 * HALF + 1;
    }

    @Override
    public void count(float[] row, int samples, int channels, long[] counts) {
        for (int i = 0; i < samples; i += channels) {
            for (int c = 0; c < channels; c++) {
                counts[of(row[i + c]) * channels + c]++;
            }
        }
    }

    private static int of(float x) {
        if (Float.isNaN(x)) {
            return 2 * HALF;
        }
        int magnitude = (Float.floatToRawIntBits(x) & 0x7fffffff) >> SHIFT;
        return x < 0 ? HALF - 1 - magnitude : HALF + magnitude;
    }

    @Override
    public double from(int bin) {
        return bin == 2 * HALF ? Double.NaN : bin < HALF ? -outer(HALF - 1 - bin) : inner(bin - HALF);
    }

    @Override
    public double to(int bin) {
        return bin == 2 * HALF ? Double.NaN : bin < HALF ? 0 - inner(HALF - 1 - bin) : outer(bin - HALF);
    }

    private static double inner(int magnitude) {
        return Float.intBitsToFloat(magnitude << SHIFT);
    }

    private static double outer(int magnitude) {
        return inner(Math.min(INFINITE, magnitude + 1));
    }

    @Override
    public boolean trimmed() {
        return true;
    }
}
