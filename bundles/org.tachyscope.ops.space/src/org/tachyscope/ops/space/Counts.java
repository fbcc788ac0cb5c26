package org.tachyscope.ops.space;

/**
 * Counts keys from 0 on in three storeys, of single keys, of 128 and of 16,384 neighbouring ones, so that the key of a given rank
 * is found in a few hundred steps.
 */
final class Counts {

    private static final int BITS = 7;

    private final int[] single;
    private final int[] few;
    private final int[] many;

    Counts(int keys) {
        many = new int[(keys >> 2 * BITS) + 1];
        few = new int[many.length << BITS];
        single = new int[few.length << BITS];
    }

    /** Returns the bytes that counting so many keys takes. */
    static long bytes(long keys) {
        long many = (keys >> 2 * BITS) + 1;
        return 4 * (many + (many << BITS) + (many << 2 * BITS));
    }

    /** Counts a key {@code times} times more. */
    void add(int key, int times) {
        single[key] += times;
        few[key >> BITS] += times;
        many[key >> 2 * BITS] += times;
    }

    /** Returns the key that {@code rank} others come before, fewer than were counted. */
    int ofRank(int rank) {
        int left = rank;
        int at = 0;
        while (left >= many[at]) {
            left -= many[at++];
        }
        at <<= BITS;
        while (left >= few[at]) {
            left -= few[at++];
        }
        at <<= BITS;
        while (left >= single[at]) {
            left -= single[at++];
        }
        return at;
    }
}
