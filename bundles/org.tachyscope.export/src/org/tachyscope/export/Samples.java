package org.tachyscope.export;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Frame;

/** Reads the samples of a frame in runs, as floats, which hold every pixel type exactly. Belongs to one thread. */
final class Samples {

    /** Bounds a run. */
    static final int RUN = 1 << 15;

    private final Frame frame;
    private final Progress progress;
    private final byte[] bytes = new byte[RUN];
    private final short[] shorts = new short[RUN];
    private final float[] floats = new float[RUN];

    /** Reads {@code frame} until {@code progress} is cancelled. */
    Samples(Frame frame, Progress progress) {
        this.frame = frame;
        this.progress = progress;
    }

    /** Takes a run. */
    @FunctionalInterface
    interface Run {
        /**
         * Takes samples in storage order.
         *
         * @param first index of the first
         * @param values valid during the call
         * @param count how many of them
         */
        void take(int first, float[] values, int count);
    }

    /**
     * Hands out all samples from first to last, in runs of whole pixels.
     *
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    void forEach(Run run) {
        int whole = RUN / frame.channels() * frame.channels();
        for (long first = 0; first < frame.samples(); first += whole) {
            progress.checkCancelled();
            int count = (int) Math.min(whole, frame.samples() - first);
            read(first, count);
            run.take((int) first, floats, count);
        }
    }

    private void read(long first, int count) {
        MemorySegment pixels = frame.pixels();
        switch (frame.type()) {
            case U8 -> {
                MemorySegment.copy(pixels, ValueLayout.JAVA_BYTE, first, bytes, 0, count);
                for (int i = 0; i < count; i++) {
                    floats[i] = bytes[i] & 0xff;
                }
            }
            case U16 -> {
                MemorySegment.copy(pixels, ValueLayout.JAVA_SHORT_UNALIGNED, 2 * first, shorts, 0, count);
                for (int i = 0; i < count; i++) {
                    floats[i] = shorts[i] & 0xffff;
                }
            }
            case F32 -> MemorySegment.copy(pixels, ValueLayout.JAVA_FLOAT_UNALIGNED, 4 * first, floats, 0, count);
        }
    }
}
