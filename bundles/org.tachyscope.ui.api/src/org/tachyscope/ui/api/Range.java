package org.tachyscope.ui.api;

/**
 * Bounds the sample values that the colour map is stretched over.
 *
 * @param low value shown in the first colour, finite
 * @param high value shown in the last colour, finite and above {@code low}
 */
public record Range(double low, double high) {

    /** Refuses bounds that are not finite or out of order. */
    public Range {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low >= high) {
            throw new IllegalArgumentException("a range needs low < high, got " + low + " and " + high);
        }
    }
}
