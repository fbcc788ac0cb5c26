package org.tachyscope.load.folder;

import java.nio.ByteOrder;

/**
 * Tells where the samples of one picture lie in a file, uncompressed: in tiles, or in strips, which are tiles as wide as the
 * picture. The tiles of a picture whose channels lie apart come channel after channel.
 */
final class Raw {

    /**
     * Tells what the samples are.
     *
     * @param order byte order in the file
     */
    record Kind(Samples samples, ByteOrder order) {}

    private final Layout layout;
    private final long[] starts;
    private final int tileWidth;
    private final int tileHeight;
    private final boolean tiled;
    private final boolean apart;
    private final Kind kind;

    /**
     * Takes places that were checked.
     *
     * @param layout how the picture lies in a stack
     * @param starts where each tile begins, in bytes, from left to right, then from top to bottom; not copied
     * @param tiled whether these are tiles, which are whole at the right and at the bottom too, not strips
     * @param apart whether the channels lie apart
     */
    Raw(Layout layout, long[] starts, int tileWidth, int tileHeight, boolean tiled, boolean apart, Kind kind) {
        this.layout = layout;
        this.starts = starts;
        this.tileWidth = tileWidth;
        this.tileHeight = tileHeight;
        this.tiled = tiled;
        this.apart = apart;
        this.kind = kind;
    }

    /** Tells where the samples of a picture lie that is one piece. */
    static Raw piece(Layout layout, long at, Kind kind) {
        return new Raw(layout, new long[] {at}, layout.width(), layout.height(), false, false, kind);
    }

    /** Tells where the samples of another picture lie that is like this one in one piece. */
    Raw at(long start) {
        return new Raw(layout, new long[] {start}, tileWidth, tileHeight, false, false, kind);
    }

    /** Tells whether all samples lie in one piece, row after row. */
    boolean whole() {
        return starts.length == 1 && !tiled && !apart;
    }

    /** Returns how the picture lies in a stack. */
    Layout layout() {
        return layout;
    }

    /** Returns where a tile begins. */
    long start(int tile) {
        return starts[tile];
    }

    int tileWidth() {
        return tileWidth;
    }

    int tileHeight() {
        return tileHeight;
    }

    boolean tiled() {
        return tiled;
    }

    /** Tells whether the channels lie apart. */
    boolean apart() {
        return apart;
    }

    Kind kind() {
        return kind;
    }

    /** Tells whether the picture lies in the file as it will in the stack, in one piece. */
    boolean inPlace() {
        return whole() && kind.samples().asTheyAre(kind.order());
    }
}
