package org.tachyscope.export;

/**
 * Finds quantiles among the finite samples of a frame, exactly, in memory that doesn't depend on the frame: a histogram of
 * the upper 16 bits of the floats' order tells in which of 65,536 bins a rank lies, a second pass tells where in that bin.
 */
final class Ranks {

    private static final int BINS = 1 << 16;

    private final Samples samples;
    private final long[] upper = new long[BINS];
    private long finite;

    /** Counts the samples of a frame. */
    Ranks(Samples samples) {
        this.samples = samples;
        samples.forEach((_, values, count) -> {
            for (int i = 0; i < count; i++) {
                if (Float.isFinite(values[i])) {
                    upper[order(values[i]) >>> 16]++;
                    finite++;
                }
            }
        });
    }

    /** Returns the number of samples that are neither NaN nor infinite. */
    long finite() {
        return finite;
    }

    /**
     * Returns the smallest finite sample such that at least this share of all finite ones isn't larger; the smallest of
     * all for 0 and the largest for 1. Reads the frame once.
     *
     * @param share 0 to 1
     * @throws IllegalStateException if no sample is finite
     */
    float quantile(double share) {
        if (finite == 0) {
            throw new IllegalStateException("no finite sample");
        }
        long rank = Math.clamp((long) Math.ceil(share * finite), 1, finite);
        int bin = 0;
        while (rank > upper[bin]) {
            rank -= upper[bin++];
        }
        long[] lower = lower(bin);
        int rest = 0;
        while (rank > lower[rest]) {
            rank -= lower[rest++];
        }
        return value(bin << 16 | rest);
    }

    private long[] lower(int bin) {
        long[] lower = new long[BINS];
        samples.forEach((_, values, count) -> {
            for (int i = 0; i < count; i++) {
                int order = order(values[i]);
                if (order >>> 16 == bin && Float.isFinite(values[i])) {
                    lower[order & 0xffff]++;
                }
            }
        });
        return lower;
    }

    /** Returns an unsigned integer that is larger for a larger float. */
    private static int order(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits < 0 ? ~bits : bits ^ 0x80000000;
    }

    private static float value(int order) {
        return Float.intBitsToFloat(order < 0 ? order ^ 0x80000000 : ~order);
    }
}
