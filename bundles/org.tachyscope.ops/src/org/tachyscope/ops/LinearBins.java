package org.tachyscope.ops;

/**
 * Cuts a range into equal bins: edge k of n is from + (to − from) k / n. In front of them is a bin for what is less, behind
 * them one for what is more, and one for NaN.
 *
 * @param bins number n of equal bins
 * @param low edge 0
 * @param high edge n, greater than {@code low}
 */
record LinearBins(int bins, double low, double high) implements Bins {

    /** Refuses an empty or endless range. */
    static LinearBins of(int bins, double low, double high) {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                    "a histogram needs a finite range from < to, got from " + low + " to " + high);
        }
        return new LinearBins(bins, low, high);
    }

    @Override
    public int size() {
        return bins + 3;
    }

    /** Returns the bin of {@code x}, as the edges say to the last bit. */
    int of(double x) {
        if (!(x >= low && x <= high)) {
            return x < low ? 0 : x > high ? bins + 1 : bins + 2;
        }
        int k = (int) Math.min(bins - 1, (x - low) / (high - low) * bins);
        while (x < edge(k)) {
            k--;
        }
        while (k < bins - 1 && x >= edge(k + 1)) {
            k++;
        }
        return k + 1;
    }

    private double edge(int k) {
        return k == bins ? high : low + (high - low) * k / bins;
    }

    @Override
    public void count(float[] row, int samples, int channels, long[] counts) {
        for (int i = 0; i < samples; i += channels) {
            for (int c = 0; c < channels; c++) {
                counts[of(row[i + c]) * channels + c]++;
            }
        }
    }

    @Override
    public double from(int bin) {
        return bin == 0 ? Double.NEGATIVE_INFINITY : bin == bins + 2 ? Double.NaN : edge(bin - 1);
    }

    @Override
    public double to(int bin) {
        return bin == bins + 2 ? Double.NaN : bin == bins + 1 ? Double.POSITIVE_INFINITY : edge(bin);
    }

    @Override
    public boolean trimmed() {
        return false;
    }
}
