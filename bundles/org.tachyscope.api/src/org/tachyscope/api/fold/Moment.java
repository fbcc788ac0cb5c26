package org.tachyscope.api.fold;

/** Names what the engine can compute for every sample over time. */
public enum Moment {
    /** Sum of x: exact for U8 and U16, float64 for F32. */
    SUM,
    /** Sum of x² (U8, U16: exact), or of squared deviations from the mean (F32: float64). Comes with {@link #SUM}. */
    SUM_OF_SQUARES,
    /** Smallest x. NaN if any x is NaN. */
    MIN,
    /** Largest x. NaN if any x is NaN. */
    MAX
}
