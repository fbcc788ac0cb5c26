package org.tachyscope.core.internal.kernel;

/**
 * Finds order statistics of neighbouring samples over time. Two implementations, one contract, one equivalence test. Belongs
 * to one thread: {@link #take} a tile, then {@link #find} as often as wanted.
 *
 * <p>Values are compared by their keys, ints that are in the same order: U8 and U16 themselves, F32 by {@link Keys#of}. Values
 * that are not numbers count as the largest.
 */
sealed interface Ranks permits RadixRanks, VectorRanks {

    /** Returns the most samples of a tile of {@code frames} frames. */
    int width(int frames);

    /**
     * Takes in a tile, which must stay as it is.
     *
     * @param tile at most {@link #width} samples, at least one
     * @param numbers gets how many values of each sample are numbers
     * @param check throws when the work is to be left; called every few milliseconds
     */
    void take(Tile tile, int[] numbers, Runnable check);

    /**
     * Finds one order statistic of each sample, and the next one.
     *
     * @param ranks how many of the sample's values are to come before it: 0 for the smallest
     * @param low gets its key
     * @param next gets the next key; anything where there is none
     */
    void find(int[] ranks, int[] low, int[] next, Runnable check);
}
