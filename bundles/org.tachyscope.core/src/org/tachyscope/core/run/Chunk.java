package org.tachyscope.core.run;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Window;
import org.tachyscope.core.internal.kernel.Tile;

/**
 * Holds some frames of one strip: what every fold is fed before the next chunk is touched.
 *
 * @param first index of the first frame
 * @param frames number of frames
 * @param tile their samples
 */
record Chunk(Strips strips, int strip, long first, int frames, Tile tile) {

    /** Returns the frames and rows. */
    Window window() {
        return strips.window(strip, first, frames);
    }

    /** Returns the chunk as a block of rows, for a thread that folds some with {@code columns}. */
    Block block(Block.Columns columns) {
        long bytes = (frames - 1) * tile.stride() + strips.bytes(strip);
        MemorySegment pixels = tile.pixels().asSlice(tile.offset(), bytes);
        return new Block(window(), pixels.asReadOnly(), tile.stride(), columns);
    }
}
