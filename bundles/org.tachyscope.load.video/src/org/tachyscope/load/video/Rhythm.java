package org.tachyscope.load.video;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tachyscope.api.data.Timing;

/**
 * Says how frames follow each other in time.
 *
 * @param step the usual time from frame to frame in seconds, 0 for a single frame
 * @param duplicates frames that have the time of the one before
 * @param gaps places where frames seem to be missing
 * @param variable whether some steps are no multiple of the usual one
 */
record Rhythm(double step, long duplicates, List<Gap> gaps, boolean variable) {

    /** A step this many times the usual one is a gap. */
    private static final double WIDE = 1.5;

    /**
     * Marks a gap.
     *
     * @param frame the frame behind which it is
     * @param from time of that frame in seconds
     * @param to time of the next one in seconds
     * @param missing how many frames would have had room
     */
    record Gap(int frame, double from, double to, long missing) {}

    /** Copies the list. */
    Rhythm {
        gaps = List.copyOf(gaps);
    }

    static Rhythm of(Index index) {
        long[] steps = new long[index.frames() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = index.time(i + 1) - index.time(i);
        }
        if (steps.length == 0) {
            return new Rhythm(0, 0, List.of(), false);
        }
        long usual = Math.max(1, usual(steps));
        boolean variable = Arrays.stream(steps).anyMatch(step -> isOdd(step, usual));
        long duplicates = Arrays.stream(steps).filter(step -> step == 0).count();
        return new Rhythm(usual * index.tick(), duplicates, variable ? List.of() : gaps(index, steps, usual), variable);
    }

    private static long usual(long[] steps) {
        long[] sorted = steps.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Tells whether a step is no multiple of the usual one, within a tick for each. */
    private static boolean isOdd(long step, long usual) {
        long times = Math.round((double) step / usual);
        return Math.abs(step - times * usual) > Math.max(1, times);
    }

    private static List<Gap> gaps(Index index, long[] steps, long usual) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] > WIDE * usual) {
                long missing = Math.round((double) steps[i] / usual) - 1;
                gaps.add(new Gap(i, index.seconds(i), index.seconds(i + 1), missing));
            }
        }
        return gaps;
    }

    /** Counts the frames that would have had room in gaps. */
    long missing() {
        return gaps.stream().mapToLong(Gap::missing).sum();
    }

    /** Returns when frames are presented: a rate, if every frame is where it says within a tick, else every time. */
    Timing timing(Index index) {
        int last = index.frames() - 1;
        double average = last == 0 ? 0 : (double) (index.time(last) - index.time(0)) / last;
        double[] seconds = new double[last + 1];
        boolean uniform = true;
        for (int i = 0; i <= last; i++) {
            seconds[i] = index.seconds(i);
            uniform &= Math.abs(index.time(i) - index.time(0) - i * average) <= 1;
        }
        return uniform ? new Timing.Uniform(seconds[0], average * index.tick()) : new Timing.Listed(seconds);
    }
}
