package org.tachyscope.ops.time;

/**
 * Cuts frames into bins of successive ones.
 *
 * @param frames number of frames
 * @param size frames of a bin
 * @param rest whether a shorter bin is made of the frames behind the last whole one
 */
record TimeBins(long frames, int size, boolean rest) {

    /** Returns the number of bins. */
    long count() {
        return rest ? (frames + size - 1) / size : frames / size;
    }

    /** Returns a bin's first frame. */
    long from(long bin) {
        return bin * size;
    }

    /** Returns a bin's last frame. */
    long to(long bin) {
        return Math.min(frames, (bin + 1) * size) - 1;
    }
}
