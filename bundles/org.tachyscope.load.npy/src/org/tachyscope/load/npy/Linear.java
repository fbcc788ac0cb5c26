package org.tachyscope.load.npy;

/** Maps values: {@code value × factor + added}. */
record Linear(double factor, double added) {

    /** Leaves values as they are. */
    static final Linear NONE = new Linear(1, 0);

    /** Maps {@code min … max} to 0 … 1; a single value to 0, as well as nothing. */
    static Linear toUnit(double min, double max) {
        double factor = max > min ? 1 / (max - min) : 0;
        return new Linear(factor, max > min ? -min * factor : 0);
    }

    float of(double value) {
        return (float) (value * factor + added);
    }
}
