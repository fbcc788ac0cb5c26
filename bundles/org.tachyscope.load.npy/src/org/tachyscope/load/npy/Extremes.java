package org.tachyscope.load.npy;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Shape;

/** Finds the smallest and the largest value of an array, NaN and infinities aside. Belongs to one thread. */
final class Extremes {

    private static final int CHUNK = 4096;

    private final Wide wide;
    private final double[] values = new double[CHUNK];
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    private Extremes(Wide wide) {
        this.wide = wide;
    }

    /** Reads all frames and returns what maps their values to 0 … 1. */
    static Linear toUnit(Source source, Wide wide, Shape shape, Progress progress) {
        Extremes extremes = new Extremes(wide);
        progress.step("finding the smallest and the largest value");
        try (Source.Reader reader = source.reader()) {
            for (long t = 0; t < shape.frames(); t++) {
                progress.checkCancelled();
                extremes.add(reader.frame(t), shape.samplesPerFrame());
                progress.worked(t + 1, shape.frames());
            }
        }
        return Linear.toUnit(extremes.min, extremes.max);
    }

    private void add(MemorySegment frame, int samples) {
        for (int done = 0; done < samples; done += CHUNK) {
            int n = Math.min(CHUNK, samples - done);
            wide.read(frame, (long) done * wide.from().kind().bytes(), n, values);
            for (int i = 0; i < n; i++) {
                double v = values[i];
                if (Double.isFinite(v)) {
                    min = Math.min(min, v);
                    max = Math.max(max, v);
                }
            }
        }
    }
}
