package org.tachyscope.core.internal.kernel;

import static jdk.incubator.vector.VectorOperators.F2D;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.tachyscope.api.fold.FloatRun;

/** Adds up neighbouring samples with vectors, in the order of {@link FloatRun}: the same bits. */
public final class VectorRuns {

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> HALF_F =
            VectorSpecies.of(float.class, VectorShape.forBitSize(D.vectorBitSize() / 2));

    /** Bytes of as many samples as there are parts. */
    private static final int ROUND = 4 * FloatRun.PARTS;

    private static final int HALF_STEP = D.vectorByteSize() / 2;

    /** Bytes that stay in the first cache if they are gone through again, for vectors too short to hold all parts at once. */
    private static final int PIECE = 64 * ROUND;

    private VectorRuns() {}

    /** Returns the sum of {@code count} F32 samples from byte {@code at} on. */
    public static double sumOfFloats(MemorySegment pixels, long at, int count) {
        double[] parts = new double[FloatRun.PARTS];
        int whole = count - count % FloatRun.PARTS;
        MemorySegment run = Raw.plain(pixels).asSlice(at, 4L * count);
        touchEnd(run);
        for (int from = 0; from < whole; from += PIECE / 4) {
            int end = 4 * Math.min(whole, from + PIECE / 4);
            for (int k = 0; k < FloatRun.PARTS; k += 4 * D.length()) {
                add4(run, 4 * from + 4 * k, end, parts, k);
            }
        }
        return FloatRun.sum(parts, run, 4L * whole, count - whole);
    }

    /** Reads the last byte, see {@link Rows#from}. */
    private static void touchEnd(MemorySegment run) {
        Raw.touch(run.asSlice(Math.max(0, run.byteSize() - 1)));
    }

    private static DoubleVector doubles(MemorySegment run, int at) {
        return (DoubleVector)
                FloatVector.fromMemorySegment(HALF_F, run, at, ORDER).convertShape(F2D, D, 0);
    }

    private static void add4(MemorySegment run, int from, int end, double[] parts, int k) {
        Raw.touch(run);
        int n = D.length();
        DoubleVector a = DoubleVector.fromArray(D, parts, k);
        DoubleVector b = DoubleVector.fromArray(D, parts, k + n);
        DoubleVector c = DoubleVector.fromArray(D, parts, k + 2 * n);
        DoubleVector d = DoubleVector.fromArray(D, parts, k + 3 * n);
        for (int i = from; i < end; i += ROUND) {
            a = a.add(doubles(run, i));
            b = b.add(doubles(run, i + HALF_STEP));
            c = c.add(doubles(run, i + 2 * HALF_STEP));
            d = d.add(doubles(run, i + 3 * HALF_STEP));
        }
        a.intoArray(parts, k);
        b.intoArray(parts, k + n);
        c.intoArray(parts, k + 2 * n);
        d.intoArray(parts, k + 3 * n);
    }
}
