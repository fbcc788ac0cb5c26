package org.tachyscope.api.data;

import java.util.OptionalDouble;

/** Tells when frames were taken, in seconds. */
public sealed interface Timing {

    /** Knows no times. */
    Timing UNKNOWN = new Unknown();

    /** Returns the time of frame {@code index} in seconds, if known. */
    OptionalDouble seconds(long index);

    /** Knows no times. */
    record Unknown() implements Timing {
        @Override
        public OptionalDouble seconds(long index) {
            return OptionalDouble.empty();
        }
    }

    /**
     * Knows a constant rate.
     *
     * @param start time of frame 0 in seconds
     * @param step seconds from frame to frame
     */
    record Uniform(double start, double step) implements Timing {
        @Override
        public OptionalDouble seconds(long index) {
            return OptionalDouble.of(start + index * step);
        }
    }

    /** Knows the time of every frame. */
    final class Listed implements Timing {
        private final double[] times;

        /** Copies one time a frame, in seconds. */
        public Listed(double[] times) {
            this.times = times.clone();
        }

        @Override
        public OptionalDouble seconds(long index) {
            return OptionalDouble.of(times[Math.toIntExact(index)]);
        }
    }
}
