package org.tachyscope.api.fold;

import java.lang.foreign.MemorySegment;

/**
 * Holds the moments over time of a run of neighbouring samples. Only those that were asked for are filled; the arrays may
 * be longer than {@link #samples()}. The engine owns and reuses them: read, don't keep.
 */
public sealed interface Moments {

    /** Returns the number n of frames that were folded, at least 1. */
    long frames();

    /** Returns the number of samples in this run. */
    int samples();

    /** Returns the smallest values, packed in the stack's pixel type. */
    MemorySegment min();

    /** Returns the largest values, packed in the stack's pixel type. */
    MemorySegment max();

    /**
     * Holds exact moments of U8 and U16 samples.
     *
     * @param sum Σx of each sample
     * @param sumOfSquares Σx² of each sample
     */
    record Exact(long frames, int samples, long[] sum, long[] sumOfSquares, MemorySegment min, MemorySegment max)
            implements Moments {}

    /**
     * Holds float64 moments of F32 samples.
     *
     * @param sum Σx of each sample
     * @param squaredDeviations Σ(x − mean)² of each sample
     */
    record Floating(
            long frames, int samples, double[] sum, double[] squaredDeviations, MemorySegment min, MemorySegment max)
            implements Moments {}
}
