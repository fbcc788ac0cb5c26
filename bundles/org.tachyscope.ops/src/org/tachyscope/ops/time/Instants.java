package org.tachyscope.ops.time;

import org.tachyscope.api.data.Stack;
import org.tachyscope.api.data.Timing;

/**
 * Finds the frames around instants that lie a step apart.
 *
 * @param frames number of frames
 * @param times when they were taken; UNKNOWN counts frames
 * @param step from moment to moment
 * @param count number of instants
 */
record Instants(long frames, Timing times, double step, long count) {

    /** Keeps a last moment that only rounding puts behind the last frame. */
    private static final double SLACK = 1e-9;

    /** Divides a stack's time into steps. Refuses, in one sentence, a step or frame times that don't increase. */
    static Instants of(Stack input, double step) {
        if (!(step > 0) || step == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("resampling needs a step > 0, got " + step);
        }
        Instants one = new Instants(input.shape().frames(), input.metadata().timing(), step, 1);
        one.refuseDisorder(input.metadata().name());
        double steps = Math.floor((one.time(one.frames - 1) - one.time(0)) / step + SLACK);
        if (steps >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a step of " + step + " makes " + steps + " frames, more than " + Integer.MAX_VALUE);
        }
        return new Instants(one.frames, one.times, step, (long) steps + 1);
    }

    private void refuseDisorder(String name) {
        for (long frame = 1; frame < frames && !(times instanceof Timing.Unknown); frame++) {
            if (!(time(frame) > time(frame - 1))) {
                throw new IllegalArgumentException("resampling needs frame times that increase, but frame " + frame
                        + " of " + name + " is at " + time(frame) + " s and the frame before it at "
                        + time(frame - 1) + " s");
            }
        }
    }

    private double time(long frame) {
        return times.seconds(frame).orElse(frame);
    }

    /** Returns when a moment is. */
    double moment(long index) {
        return time(0) + index * step;
    }

    Timing timing() {
        return new Timing.Uniform(time(0), step);
    }

    /** Returns the last frame that isn't later than a moment. */
    long before(long index) {
        double moment = moment(index);
        long low = 0;
        long high = frames - 1;
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (time(middle) <= moment) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Returns how far a moment is on the way from {@code frame} to the next one, 0 ≤ share &lt; 1. */
    double share(long index, long frame) {
        return frame == frames - 1 ? 0 : (moment(index) - time(frame)) / (time(frame + 1) - time(frame));
    }

    /** Returns the frame that is closest to a moment. */
    long nearest(long index) {
        long frame = before(index);
        return share(index, frame) > 0.5 ? frame + 1 : frame;
    }
}
