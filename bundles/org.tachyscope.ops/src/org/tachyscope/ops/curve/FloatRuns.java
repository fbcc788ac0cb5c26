package org.tachyscope.ops.curve;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.fold.NanRule;

/** Folds the first samples of an array, in float64 and in eight parts that are put together in a fixed order. */
final class FloatRuns {

    private FloatRuns() {}

    /**
     * Loads a run.
     *
     * @param at byte of the first sample
     * @param step samples from one to the next
     * @return how many samples there are, without NaN if they are ignored
     */
    static int load(MemorySegment pixels, long at, int count, int step, NanRule nan, float[] into) {
        if (step == 1) {
            MemorySegment.copy(pixels, JAVA_FLOAT_UNALIGNED, at, into, 0, count);
        } else {
            for (int i = 0; i < count; i++) {
                into[i] = pixels.get(JAVA_FLOAT_UNALIGNED, at + 4L * i * step);
            }
        }
        return switch (nan) {
            case PROPAGATE -> count;
            case IGNORE -> known(into, count);
        };
    }

    private static int known(float[] values, int count) {
        int known = 0;
        for (int i = 0; i < count; i++) {
            values[known] = values[i];
            known += Float.isNaN(values[i]) ? 0 : 1;
        }
        return known;
    }

    static double sum(float[] x, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int i = 0;
        for (; i + 8 <= count; i += 8) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
            e += x[i + 4];
            f += x[i + 5];
            g += x[i + 6];
            h += x[i + 7];
        }
        for (; i < count; i++) {
            a += x[i];
        }
        return a + b + (c + d) + (e + f + (g + h));
    }

    /** Returns Σ(x − mean)². */
    static double deviations(float[] x, int count, double mean) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            double p = x[i] - mean;
            double q = x[i + 1] - mean;
            double r = x[i + 2] - mean;
            double s = x[i + 3] - mean;
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }
        for (; i < count; i++) {
            double p = x[i] - mean;
            a += p * p;
        }
        return a + b + (c + d);
    }

    /** Returns the smallest, NaN if any is NaN. */
    static float min(float[] x, int count) {
        float a = Float.POSITIVE_INFINITY;
        float b = a;
        int i = 0;
        for (; i + 2 <= count; i += 2) {
            a = Math.min(a, x[i]);
            b = Math.min(b, x[i + 1]);
        }
        return i < count ? Math.min(Math.min(a, b), x[i]) : Math.min(a, b);
    }

    /** Returns the largest, NaN if any is NaN. */
    static float max(float[] x, int count) {
        float a = Float.NEGATIVE_INFINITY;
        float b = a;
        int i = 0;
        for (; i + 2 <= count; i += 2) {
            a = Math.max(a, x[i]);
            b = Math.max(b, x[i + 1]);
        }
        return i < count ? Math.max(Math.max(a, b), x[i]) : Math.max(a, b);
    }
}
