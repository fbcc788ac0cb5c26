package org.tachyscope.core.run;

import java.lang.foreign.MemorySegment;
import org.tachyscope.api.fold.Block;
import org.tachyscope.api.fold.Window;
import org.tachyscope.core.internal.kernel.Tile;

/** Holds some frames of one strip of a slab: what every fold is fed before the next chunk is touched. */
record Chunk(Strips strips, int strip, Slab slab, long first, int frames) {

    /** Returns the chunk as a tile of samples. */
    Tile tile() {
        long offset = slab.offset() + (first - slab.first()) * slab.frameBytes() + strips.firstByte(strip);
        return new Tile(slab.pixels(), offset, slab.frameBytes(), frames, strips.samples(strip));
    }

    /** Returns the frames and rows. */
    Window window() {
        return strips.window(strip, first, frames);
    }

    /** Returns the chunk as a block of rows. */
    Block block() {
        Tile tile = tile();
        long bytes = (frames - 1) * tile.stride() + strips.bytes(strip);
        MemorySegment pixels = tile.pixels().asSlice(tile.offset(), bytes);
        return new Block(window(), pixels.asReadOnly(), tile.stride());
    }
}
