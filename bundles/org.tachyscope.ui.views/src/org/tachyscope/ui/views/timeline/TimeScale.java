package org.tachyscope.ui.views.timeline;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Lays all frames of a stack out along a line: frame 0 at its first pixel, the last frame at its last one, however many
 * frames share a pixel. Immutable.
 *
 * @param frames number of frames, at least 1
 * @param start position of frame 0
 * @param length pixels from the first to the last frame's position, at least 1
 */
record TimeScale(long frames, int start, int length) {

    private static final long SMALL_PAGE = 10;
    private static final double PAGE = 0.05;
    private static final long[] DIGITS = {1, 2, 5};

    /** Refuses an empty line. */
    TimeScale {
        if (frames < 1 || length < 1) {
            throw new IllegalArgumentException("a time scale needs frames and pixels, got " + frames + " on " + length);
        }
    }

    /** Returns the nearest frame to {@code x}. */
    long frameAt(int x) {
        return Math.clamp(Math.round((double) (x - start) / length * (frames - 1)), 0, frames - 1);
    }

    /** Returns where {@code frame} lies. */
    int xOf(long frame) {
        return frames == 1 ? start : start + (int) Math.round((double) frame / (frames - 1) * length);
    }

    /** Returns how far a page up or down goes: a twentieth of all frames, at least ten. */
    long page() {
        return Math.max(SMALL_PAGE, Math.round(frames * PAGE));
    }

    /**
     * Returns the frames that carry a label, from 0 on.
     *
     * @param room pixels that a label needs
     */
    List<Long> ticks(int room) {
        long step = step(room);
        return LongStream.iterate(0, frame -> frame < frames, frame -> frame + step)
                .boxed()
                .toList();
    }

    /**
     * Returns the distance between labels: 1, 2 or 5 times a power of ten.
     *
     * @param room pixels that a label needs
     */
    long step(int room) {
        double least = (double) room / length * (frames - 1);
        for (long power = 1; ; power *= 10) {
            for (long digit : DIGITS) {
                if (digit * power >= least) {
                    return digit * power;
                }
            }
        }
    }
}
