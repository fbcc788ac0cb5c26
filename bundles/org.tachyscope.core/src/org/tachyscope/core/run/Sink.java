package org.tachyscope.core.run;

import java.util.List;
import org.tachyscope.api.data.Result;

/** Takes in the pixels of a run for one fold, or for all folds of moments together. */
sealed interface Sink permits MomentSink, PercentileSink, RowSink, MergeSink, DeskSink {

    /** Gets ready for a slab's frames of one strip. Called by many threads at a time, but by one for a strip. */
    Feed feed(int strip, Slab slab, Desk desk);

    /** Takes in what the strips of a slab folded. Called by one thread, between slabs. */
    void slabDone();

    /** Returns the results, one a fold. */
    List<Result> results();

    /** Takes a strip's chunks in the order of time. */
    interface Feed {
        /** Folds a chunk. */
        void add(Chunk chunk);

        /** Ends the strip for this slab. */
        void end();
    }
}
