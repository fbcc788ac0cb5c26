package org.tachyscope.ops;

import org.tachyscope.api.data.Shape;

/** Tells what a sum of squared deviations is divided by. */
public enum Divisor {
    /** The number of values n. */
    POPULATION,
    /** n − 1, for values that are a sample of more. */
    SAMPLE;

    /** Returns n less this; that of the sample is subtracted from n. */
    int less() {
        return switch (this) {
            case POPULATION -> 0;
            case SAMPLE -> 1;
        };
    }

    /**
     * Refuses a sample of one frame.
     *
     * @param what is measured, for the refusal
     */
    void check(Shape shape, String what) {
        if (this == SAMPLE && shape.frames() < 2) {
            throw new IllegalArgumentException("sample " + what + " needs at least 2 frames, got 1");
        }
    }
}
