package org.tachyscope.ops.pixel;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tachyscope.api.Progress;
import org.tachyscope.api.data.Stack;
import org.tachyscope.api.pixel.PixelChain;
import org.tachyscope.api.pixel.SampleReader;

/**
 * Finds the percentiles p and 100 − p of many samples, interpolated linearly between order statistics; p = 0 gives the smallest
 * and the largest. Exact: float32 bits in ascending order are counted by their upper halves first, then the lower halves of the
 * few upper ones that matter. So samples are passed over twice and never held. NaN and infinities don't count. Belongs to one
 * thread, which may use it again and again.
 */
final class LevelFinder {

    private static final int HALF = 1 << 16;

    private final double trim;
    private final float[] piece = new float[PixelChain.PIECE];
    private final long[] upper = new long[HALF];

    LevelFinder(double trim) {
        this.trim = trim;
    }

    /** Passes over all samples. */
    @FunctionalInterface
    interface Samples {
        void pass(Sink sink) throws IOException;
    }

    /** Takes in samples. */
    abstract class Sink {
        abstract void take(float[] samples, int count);

        /** Takes in all samples of the frame that {@code reader} stands at. */
        void frame(SampleReader reader, int samples) throws IOException {
            for (int first = 0; first < samples; first += piece.length) {
                int count = Math.min(piece.length, samples - first);
                reader.read(first, piece, count);
                take(piece, count);
            }
        }
    }

    /** Finds the levels of a whole stack. */
    Levels of(Stack stack, Progress progress) throws IOException {
        stack.prepare(progress);
        long frames = stack.shape().frames();
        try (SampleReader reader = SampleReader.of(stack)) {
            return find(sink -> {
                for (long t = 0; t < frames; t++) {
                    progress.checkCancelled();
                    reader.frame(t);
                    sink.frame(reader, stack.shape().samplesPerFrame());
                    progress.worked(t + 1, frames);
                }
            });
        }
    }

    Levels find(Samples samples) throws IOException {
        Arrays.fill(upper, 0);
        samples.pass(new Sink() {
            @Override
            void take(float[] some, int count) {
                for (int i = 0; i < count; i++) {
                    if (Float.isFinite(some[i])) {
                        upper[key(some[i]) >>> 16]++;
                    }
                }
            }
        });
        long all = Arrays.stream(upper).sum();
        if (all == 0) {
            return Levels.NONE;
        }
        double low = (all - 1) * (trim / 100);
        Ranks ranks = new Ranks(upper, new long[] {
            (long) Math.floor(low),
            (long) Math.ceil(low),
            all - 1 - (long) Math.ceil(low),
            all - 1 - (long) Math.floor(low)
        });
        samples.pass(new Sink() {
            @Override
            void take(float[] some, int count) {
                for (int i = 0; i < count; i++) {
                    if (Float.isFinite(some[i])) {
                        ranks.count(key(some[i]));
                    }
                }
            }
        });
        double part = low - Math.floor(low);
        return new Levels(between(ranks.value(0), ranks.value(1), part), between(ranks.value(3), ranks.value(2), part));
    }

    private static float between(float from, float to, double part) {
        return (float) (from + part * ((double) to - from));
    }

    /** Returns an integer that is greater, unsigned, for a greater number. */
    private static int key(float number) {
        int bits = Float.floatToRawIntBits(number);
        return bits ^ (bits >> 31 | Integer.MIN_VALUE);
    }

    private static float number(int key) {
        return Float.intBitsToFloat(key ^ (~key >> 31 | Integer.MIN_VALUE));
    }

    /** Finds the samples of four ranks by the lower halves of their keys. */
    private static final class Ranks {
        private final long[] left;
        private final int[] uppers;
        private final long[][] lowers;
        private final long[] @Nullable [] byUpper = new long[HALF][];

        Ranks(long[] upper, long[] ranks) {
            left = ranks;
            uppers = new int[ranks.length];
            lowers = new long[ranks.length][];
            for (int k = 0; k < ranks.length; k++) {
                int at = 0;
                while (left[k] >= upper[at]) {
                    left[k] -= upper[at++];
                }
                uppers[k] = at;
                long[] lower = byUpper[at];
                lowers[k] = lower == null ? new long[HALF] : lower;
                byUpper[at] = lowers[k];
            }
        }

        void count(int key) {
            long[] lower = byUpper[key >>> 16];
            if (lower != null) {
                lower[key & HALF - 1]++;
            }
        }

        float value(int k) {
            long rest = left[k];
            int at = 0;
            while (rest >= lowers[k][at]) {
                rest -= lowers[k][at++];
            }
            return number(uppers[k] << 16 | at);
        }
    }
}
