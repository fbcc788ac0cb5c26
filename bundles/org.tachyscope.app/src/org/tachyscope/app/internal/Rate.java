package org.tachyscope.app.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * Measures how fast a step goes: over the last seconds, so that a slow start is forgotten and a hiccup doesn't jump. Not for
 * several threads.
 */
final class Rate {

    private static final double WINDOW = 8;
    private static final double SURE = 0.7;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final double start;

    private record Sample(double seconds, long done) {}

    /** Starts to measure. */
    Rate(double seconds) {
        start = seconds;
        samples.add(new Sample(seconds, 0));
    }

    /** Takes note of what is done by now. */
    void at(double seconds, long done) {
        samples.add(new Sample(seconds, done));
        while (samples.size() > 2 && samples.getFirst().seconds() < seconds - WINDOW) {
            samples.removeFirst();
        }
    }

    /** Returns units a second, once something can be said. */
    OptionalDouble perSecond() {
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double seconds = last.seconds() - first.seconds();
        long done = last.done() - first.done();
        return seconds <= 0 || done <= 0 ? OptionalDouble.empty() : OptionalDouble.of(done / seconds);
    }

    /** Returns the seconds that are left, once the step runs long enough to be sure of it. */
    OptionalDouble left(long total) {
        Sample last = samples.getLast();
        OptionalDouble rate = perSecond();
        return rate.isEmpty() || last.seconds() - start < SURE
                ? OptionalDouble.empty()
                : OptionalDouble.of((total - last.done()) / rate.getAsDouble());
    }

    /** Returns the seconds since the start. */
    double elapsed() {
        return samples.getLast().seconds() - start;
    }
}
