package org.tachyscope.ops.time;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Finds smallest or largest floats. NaN beats all others, and −0 is less than 0. */
final class FloatExtremes implements Cells<float[]> {

    private final Tile tile;
    private final boolean largest;
    private final float[] floats;

    FloatExtremes(Tile tile, boolean largest) {
        this.tile = tile;
        this.largest = largest;
        floats = new float[tile.samples()];
    }

    @Override
    public float[] make() {
        return new float[tile.samples()];
    }

    @Override
    public void load(long frame, float[] to) throws IOException {
        tile.read(frame, to);
    }

    @Override
    public void append(float[] to, long frame) throws IOException {
        tile.read(frame, floats);
        combine(to, floats, to);
    }

    @Override
    public void combine(float[] early, float[] late, float[] to) {
        if (largest) {
            max(early, late, to);
        } else {
            min(early, late, to);
        }
    }

    private static void max(float[] early, float[] late, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.max(early[i], late[i]);
        }
    }

    private static void min(float[] early, float[] late, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.min(early[i], late[i]);
        }
    }

    @Override
    public void copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    @Override
    public void write(float[] values, long count, MemorySegment out) {
        tile.writeComputed(values, out);
    }
}
