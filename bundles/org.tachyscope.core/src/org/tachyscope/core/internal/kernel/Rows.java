package org.tachyscope.core.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Hands out the frames of a tile in groups, each frame as a segment of its own. */
final class Rows {

    /** As many frames as are folded together: eight streams a thread are what memory is fastest with. */
    static final int GROUP = 8;

    private final Tile tile;
    private final MemorySegment pixels;
    private final long bytes;
    private final MemorySegment[] group = new MemorySegment[GROUP];

    /** Keeps the loads that touch pages from being optimised away; nobody reads it. */
    int touched;

    /** Looks at the first {@code bytes} bytes of each frame. */
    Rows(Tile tile, long bytes) {
        this.tile = tile;
        this.bytes = bytes;
        pixels = Raw.plain(tile.pixels());
        Arrays.fill(group, MemorySegment.NULL);
    }

    /** Tells whether {@code count} frames are left from frame {@code t} on. */
    boolean left(int t, int count) {
        return t + count <= tile.frames();
    }

    /**
     * Returns the next {@value #GROUP} frames or fewer, from frame {@code t} on; valid until the next call. Reads their last
     * bytes: if a mapped file has shrunk, that is an error, while vector loops that aren't compiled yet would end this Java.
     */
    MemorySegment[] from(int t) {
        int sum = 0;
        for (int k = 0; k < Math.min(GROUP, tile.frames() - t); k++) {
            group[k] = pixels.asSlice(tile.at(t + k), bytes);
            sum += bytes > 0 ? group[k].get(JAVA_BYTE, bytes - 1) : 0;
        }
        touched = sum;
        return group;
    }
}
