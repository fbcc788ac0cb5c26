package org.tachyscope.api.data;

/**
 * Sums up samples, those of all channels together. A NaN is no sample.
 *
 * @param samples number of samples
 * @param min smallest sample, positive infinity if there are none
 * @param max largest sample, negative infinity if there are none
 * @param sum sum of the samples
 * @param sumOfSquares sum of their squares
 */
public record FrameStatistics(long samples, double min, double max, double sum, double sumOfSquares) {

    /** Sums up nothing. */
    public static final FrameStatistics NONE =
            new FrameStatistics(0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 0);

    /** Returns the mean of the samples, NaN if there are none. */
    public double mean() {
        return sum / samples;
    }

    /** Returns the population's standard deviation, NaN if there are no samples. */
    public double std() {
        double mean = mean();
        return Math.sqrt(Math.max(0, sumOfSquares / samples - mean * mean));
    }

    /** Returns the statistics of these samples and others. */
    public FrameStatistics and(FrameStatistics others) {
        return new FrameStatistics(
                samples + others.samples,
                Math.min(min, others.min),
                Math.max(max, others.max),
                sum + others.sum,
                sumOfSquares + others.sumOfSquares);
    }
}
