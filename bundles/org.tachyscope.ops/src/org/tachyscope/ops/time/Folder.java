package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Folds windows of one tile, one after the other. The result doesn't depend on which windows came before. */
interface Folder {

    /**
     * Folds the frames {@code from … to}.
     *
     * @param out the tile's samples of the result
     */
    void fold(long from, long to, MemorySegment out) throws IOException;
}
