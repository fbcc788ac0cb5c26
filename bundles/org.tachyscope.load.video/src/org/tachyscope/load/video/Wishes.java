package org.tachyscope.load.video;

import java.util.Arrays;

/**
 * Remembers which frames were wanted last, and sees from them where somebody goes. Threads that take frames in turn ask a little
 * out of order, so a single step says nothing. Belongs to one thread at a time.
 */
final class Wishes {

    private static final int REMEMBERED = 4;

    private final int[] recent = new int[REMEMBERED];
    private final int near;
    private long count;

    /**
     * Remembers nothing yet.
     *
     * @param near how many frames lie between wishes of one walk at most
     */
    Wishes(int near) {
        this.near = near;
    }

    void add(int frame) {
        recent[(int) (count++ % REMEMBERED)] = frame;
    }

    /** Returns the last one. */
    int last() {
        return count == 0 ? 0 : recent[(int) ((count - 1) % REMEMBERED)];
    }

    /** Returns 1 or -1 for forward or backward. */
    int direction() {
        return count < REMEMBERED || last() >= recent[(int) (count % REMEMBERED)] ? 1 : -1;
    }

    /** Tells whether the last wishes are steps of one walk. */
    boolean walk() {
        if (count < REMEMBERED) {
            return false;
        }
        int low = Arrays.stream(recent).min().orElse(0);
        int high = Arrays.stream(recent).max().orElse(0);
        return high > low && high - low <= near;
    }

    /** Forgets all, so that nobody is on a walk. */
    void forget() {
        count = 0;
    }
}
