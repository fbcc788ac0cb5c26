package org.tachyscope.core.run;

import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Shape;
import org.tachyscope.api.fold.Window;

/**
 * Cuts a frame into strips of neighbouring samples, the pieces of parallel work. Depends on nothing but the stack's shape
 * and type, so that results don't depend on the number of threads.
 */
final class Strips {

    /** Suits the caches: one frame of a strip and the strip's accumulators. */
    private static final int MOST_BYTES = 32 * 1024;

    private static final int LEAST_SAMPLES = 1024;
    private static final int WANTED = 32;
    private static final int LINE = 64;

    private final Shape shape;
    private final PixelType type;
    private final int step;

    private Strips(Shape shape, PixelType type, int step) {
        this.shape = shape;
        this.type = type;
        this.step = step;
    }

    private static Strips fair(Shape shape, PixelType type, int unit) {
        int samples = shape.samplesPerFrame();
        int fair = Math.max(LEAST_SAMPLES, samples / WANTED);
        int good = Math.min(MOST_BYTES / type.bytes(), fair);
        return new Strips(shape, type, Math.min(samples, Math.max(1, good / unit) * unit));
    }

    /** Doesn't cut. */
    static Strips ofFrames(Shape shape, PixelType type) {
        return new Strips(shape, type, shape.samplesPerFrame());
    }

    /** Cuts between rows. */
    static Strips ofRows(Shape shape, PixelType type) {
        return fair(shape, type, shape.samplesPerRow());
    }

    /** Cuts anywhere. */
    static Strips ofSamples(Shape shape, PixelType type) {
        return fair(shape, type, LINE);
    }

    /** Returns the number of strips. */
    int count() {
        return Math.ceilDiv(shape.samplesPerFrame(), step);
    }

    /** Returns the samples of the largest strip. */
    int most() {
        return step;
    }

    /** Returns the index in its frame of the first sample of a strip. */
    int first(int strip) {
        return strip * step;
    }

    /** Returns the number of samples of a strip. */
    int samples(int strip) {
        return Math.min(step, shape.samplesPerFrame() - first(strip));
    }

    /** Returns the byte in its frame where a strip begins. */
    long firstByte(int strip) {
        return (long) first(strip) * type.bytes();
    }

    /** Returns the bytes of one frame of a strip. */
    long bytes(int strip) {
        return (long) samples(strip) * type.bytes();
    }

    /** Returns some frames of a strip of whole rows. */
    Window window(int strip, long firstFrame, long frames) {
        int row = shape.samplesPerRow();
        return new Window(shape, type, firstFrame, frames, first(strip) / row, samples(strip) / row);
    }
}
