package org.tachyscope.ui.views.timeline;

/**
 * Tells when the next frame is due while a stack is played. Frames follow each other in order; one that comes late delays
 * the others, and none is skipped to catch up.
 *
 * @param fps frames per second, above 0
 */
record Pace(double fps) {

    /**
     * Returns the milliseconds to wait, at least 1.
     *
     * @param started when playing began, in ns
     * @param shown how many frames were shown since
     * @param now in ns
     */
    int delay(long started, long shown, long now) {
        double due = started + shown * 1e9 / fps;
        return (int) Math.max(1, Math.round((due - now) / 1e6));
    }

    /** Tells whether a frame comes more than one frame's time late; then those that follow are not hurried. */
    boolean late(long started, long shown, long now) {
        return now - started > (shown + 1) * 1e9 / fps;
    }

    /** Returns the frame that follows; behind the last one comes the first one. */
    static long after(long frame, long frames) {
        return (frame + 1) % frames;
    }
}
