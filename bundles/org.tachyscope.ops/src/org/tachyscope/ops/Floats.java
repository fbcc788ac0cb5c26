package org.tachyscope.ops;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Set;
import org.tachyscope.api.fold.Moment;
import org.tachyscope.api.fold.Moments;

/**
 * Holds float64 moments of F32 samples, each over a number of values of its own. Arrays of moments that weren't asked for
 * are empty, others may be longer than {@code samples}.
 *
 * @param n number of values
 * @param sum Σx; NaN if n is 0
 * @param deviations Σ(x − mean)²; NaN if n is 0
 * @param min smallest value; NaN if n is 0
 * @param max largest value; NaN if n is 0
 */
record Floats(int samples, double[] n, double[] sum, double[] deviations, float[] min, float[] max) {

    /** Takes over those moments over the same number of frames that are asked for. */
    static Floats of(Moments.Floating moments, Set<Moment> needs) {
        double[] n = new double[needs.contains(Moment.SUM) ? moments.samples() : 0];
        Arrays.fill(n, moments.frames());
        return new Floats(
                moments.samples(),
                n,
                moments.sum(),
                moments.squaredDeviations(),
                floats(moments.min(), needs.contains(Moment.MIN) ? moments.samples() : 0),
                floats(moments.max(), needs.contains(Moment.MAX) ? moments.samples() : 0));
    }

    private static float[] floats(MemorySegment packed, int samples) {
        float[] floats = new float[samples];
        MemorySegment.copy(packed, JAVA_FLOAT_UNALIGNED, 0, floats, 0, samples);
        return floats;
    }

    /** Writes F32 samples. */
    static void write(float[] row, MemorySegment out) {
        MemorySegment.copy(row, 0, out, JAVA_FLOAT_UNALIGNED, 0, row.length);
    }
}
