package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Folds one tile of a stack's windows, and passes frames through whose window holds none. */
final class WindowPiece implements Piece {

    private final Tile tile;
    private final Windows windows;
    private final boolean sameType;
    private final Folder folder;

    WindowPiece(Tile tile, Windows windows, Folding folding, boolean sameType) {
        this.tile = tile;
        this.windows = windows;
        this.sameType = sameType;
        folder = folding.start(tile.through(windows::real));
    }

    @Override
    public void compute(long index, MemorySegment out) throws IOException {
        long from = windows.from(index);
        long to = windows.to(index);
        if (from <= to) {
            folder.fold(from, to, out);
        } else if (sameType) {
            out.copyFrom(tile.raw(windows.frame(index)));
        } else {
            float[] passed = new float[tile.samples()];
            tile.read(windows.frame(index), passed);
            tile.write(passed, out);
        }
    }
}
