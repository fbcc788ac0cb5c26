package org.tachyscope.core.run;

/** Chooses how many frames make a slab: as many as take about 80 ms, so that a cancel is heard soon. */
final class Pace {

    private static final double WANTED_NANOS = 80e6;
    private static final double FASTEST_GROWTH = 16;

    private final long most;
    private double frames;

    /**
     * Starts with {@code first} frames.
     *
     * @param most the most frames of a slab
     */
    Pace(long first, long most) {
        this.most = most;
        this.frames = Math.clamp(first, 1, most);
    }

    /** Returns the length of the next slab, if {@code left} frames are left. */
    int next(long left) {
        long count = (long) frames;
        return (int) Math.min(left, count > left / 2 && count < left ? Math.min(most, (left + 1) / 2) : count);
    }

    /** Learns how long a slab took. */
    void took(long slabFrames, long nanos) {
        double fitting = slabFrames * WANTED_NANOS / Math.max(1, nanos);
        frames = Math.clamp(Math.min(fitting, slabFrames * FASTEST_GROWTH), 1, most);
    }
}
