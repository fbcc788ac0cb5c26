package org.tachyscope.api.fold;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Set;
import org.tachyscope.api.data.PixelType;
import org.tachyscope.api.data.Result;

/** Describes how one reduction folds one stack. */
public sealed interface Fold {

    /**
     * Makes a frame from moments that the engine computes for every sample over time. Folds that need the same moments
     * share them, and they cost no more than the memory's speed.
     *
     * @param needs the moments that {@code finish} reads
     * @param type pixel type of the resulting frame, which has the shape of the stack's frames
     * @param finish turns moments into samples
     */
    record OfMoments(Set<Moment> needs, PixelType type, Finish finish) implements Fold {
        /** Copies the set. */
        public OfMoments {
            needs = Set.copyOf(needs);
        }
    }

    /**
     * Folds blocks in accumulators of its own.
     *
     * @param split how the stack may be cut into windows, each of which gets an accumulator
     * @param start makes an empty accumulator for a window
     */
    record OfBlocks<A extends Accumulator<A>>(Split split, Start<A> start) implements Fold {}

    /**
     * Makes one result of those of other folds, which are folded in the same pass. So a curve can be made from frames of
     * moments, at their speed.
     *
     * @param parts the other folds, at least one
     * @param kind class of the result
     * @param join makes the result
     */
    record Joined(List<Fold> parts, Class<? extends Result> kind, Join join) implements Fold {
        /** Copies the list, and refuses an empty one. */
        public Joined {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("nothing to join");
            }
        }
    }

    /** Makes one result of several. */
    @FunctionalInterface
    interface Join {
        /**
         * Returns a result of the announced kind. Called once, after the pass.
         *
         * @param parts the results of the parts, in their order
         */
        Result join(List<Result> parts);
    }

    /**
     * Makes an F32 frame of the exact percentile of every sample over time, which the engine computes with its kernels. It
     * needs all frames of a sample at a time: a run with such a fold goes through the frame strip by strip, each strip over
     * all frames, and gives no result if it is cancelled. Percentiles asked for together, and other folds, share one pass.
     *
     * <p>Of n values in order x₀ ≤ x₁ ≤ … the percentile p lies at h = (n − 1) · p / 100. With k = ⌊h⌋ and g = h − k the result
     * is x_k if g = 0, else x_k + (x_{k+1} − x_k) · g: Hyndman and Fan's definition 7, numpy's "linear". So p = 50 is the
     * median, and that of an even count the mean of the middle two. It is computed in float64 and rounded once, to float32; from
     * g = ½ on as x_{k+1} − (x_{k+1} − x_k) · (1 − g), as numpy does.
     *
     * <p>±∞ are ordinary values, the largest and the smallest. Between a finite and an infinite value the result is infinite,
     * between −∞ and ∞ NaN: as numpy's median has it, while its percentile is NaN in further cases. −0 comes before 0.
     *
     * @param percentile p, 0 … 100
     * @param nan what to do with NaN. {@link NanRule#IGNORE} takes n as the number of the others
     */
    record OfPercentile(double percentile, NanRule nan) implements Fold {
        /** Refuses a percentile outside 0 … 100. */
        public OfPercentile {
            if (!(percentile >= 0 && percentile <= 100)) {
                throw new IllegalArgumentException("a percentile needs 0 ≤ p ≤ 100, got " + percentile);
            }
        }
    }

    /** Turns moments into samples. Called by many threads at a time. */
    @FunctionalInterface
    interface Finish {
        /**
         * Writes {@code moments.samples()} samples of the result's type.
         *
         * @param moments valid during the call
         * @param out packed samples in the machine's byte order; not necessarily aligned
         */
        void finish(Moments moments, MemorySegment out);
    }

    /** Makes empty accumulators. Called by many threads at a time. */
    @FunctionalInterface
    interface Start<A extends Accumulator<A>> {
        /** Returns an empty accumulator for the blocks of {@code window}. */
        A start(Window window);
    }

    /** Tells how a stack may be cut into windows that are folded apart. */
    enum Split {
        /**
         * By rows. Every sample is folded on its own, and an accumulator gets all its frames in order. Results are frames
         * of the window's rows, put together from top to bottom. Never merged: an exact median.
         */
        ROWS,
        /**
         * By rows as above, but each strip of rows over all frames before the next, so that there are only as many
         * accumulators at a time as threads: for those that are much larger than their samples, such as 256 counters each.
         * What {@link OfPercentile} says of a run holds for these too.
         */
        STRIPS,
        /** By rows as above, and by time: accumulators of the same rows and later frames are merged. */
        ROWS_AND_TIME,
        /**
         * By time: accumulators get whole frames, and those of later frames are merged. For what needs all pixels of a frame
         * at once, such as the median of a region over time. In a pass with other folds its pixels are read once more.
         */
        FRAMES,
        /** In any way: accumulators of other rows and of later frames are merged. Curves and histograms. */
        ANY,
        /**
         * In any way and any order: blocks come as they come, and accumulators of any parts are merged in any order, which
         * must not change a bit of the result. The engine keeps one a thread, so they may be large: histograms.
         */
        ANY_ORDER
    }
}
