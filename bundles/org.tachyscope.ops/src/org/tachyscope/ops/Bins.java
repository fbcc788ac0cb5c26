package org.tachyscope.ops;

/** Sorts numbers into bins, which are numbered from small to large; NaN has the last. */
sealed interface Bins permits LinearBins, OctaveBins {

    /** Returns the number of bins, those for what lies outside and for NaN included. */
    int size();

    /** Counts samples of {@code channels} interleaved channels; bin b of channel c is at {@code b × channels + c}. */
    void count(float[] row, int samples, int channels, long[] counts);

    /** Returns where a bin begins. */
    double from(int bin);

    /** Returns where a bin ends. */
    double to(int bin);

    /** Tells whether to leave out empty bins at both ends, but for that of NaN. */
    boolean trimmed();
}
