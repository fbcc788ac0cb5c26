package org.tachyscope.ops;

import java.util.Arrays;

/** Finds the smallest and the largest of the values that aren't NaN; −0 is less than 0. */
final class KnownExtremes {

    private final float[] min;
    private final float[] max;
    private final boolean[] known;

    KnownExtremes(int samples) {
        min = new float[samples];
        max = new float[samples];
        known = new boolean[samples];
        Arrays.fill(min, Float.POSITIVE_INFINITY);
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
    }

    void add(float[] row) {
        for (int i = 0; i < min.length; i++) {
            float x = row[i];
            boolean number = !Float.isNaN(x);
            known[i] |= number;
            min[i] = Math.min(min[i], number ? x : Float.POSITIVE_INFINITY);
            max[i] = Math.max(max[i], number ? x : Float.NEGATIVE_INFINITY);
        }
    }

    void merge(KnownExtremes other) {
        for (int i = 0; i < min.length; i++) {
            known[i] |= other.known[i];
            min[i] = Math.min(min[i], other.min[i]);
            max[i] = Math.max(max[i], other.max[i]);
        }
    }

    /** Returns the smallest values; NaN where all were. */
    float[] smallest() {
        return whereKnown(min);
    }

    /** Returns the largest values; NaN where all were. */
    float[] largest() {
        return whereKnown(max);
    }

    private float[] whereKnown(float[] values) {
        float[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] = known[i] ? result[i] : Float.NaN;
        }
        return result;
    }
}
