package org.tachyscope.api.fold;

import java.lang.foreign.MemorySegment;
import java.util.Set;
import org.tachyscope.api.data.PixelType;

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
        /** By rows as above, and by time: accumulators of the same rows and later frames are merged. */
        ROWS_AND_TIME,
        /** In any way: accumulators of other rows and of later frames are merged. Curves and histograms. */
        ANY
    }
}
